"""The test suite itself connects to nothing: the product's own guard stands before the first test."""

from core import offline

offline.install()
