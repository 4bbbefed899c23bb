"""How fast and how steady the window is: each part is a module here, and `python -m desktop.bench PART` measures it."""
