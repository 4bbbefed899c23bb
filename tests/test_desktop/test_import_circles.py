"""No module of the window imports, in whatever way, one that imports it: parts do not know the page that holds them."""

from collections.abc import Iterator, Mapping

import grimp

CIRCLE = {"page": {"part"}, "part": {"widget", "page"}, "widget": set()}


def imports() -> dict[str, set[str]]:
    """What each module of the window imports of the window; imports for type checking count, too."""
    graph = grimp.build_graph("desktop", include_external_packages=False)
    return {module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules}


def circles(imported: Mapping[str, set[str]]) -> Iterator[set[str]]:
    """Groups of modules that reach each other."""
    reached = {module: _reach(module, imported) for module in imported}
    seen: set[str] = set()
    for module, others in reached.items():
        circle = {other for other in others if module in reached.get(other, set())}
        if circle and module not in seen:
            seen |= circle
            yield circle


def _reach(start: str, imported: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for other in imported.get(waiting.pop(), set()) - found:
            found.add(other)
            waiting.append(other)
    return found


def test_that_no_modules_of_the_window_import_each_other() -> None:
    assert list(circles(imports())) == []


def test_that_a_part_that_imports_its_page_is_found() -> None:
    assert list(circles(CIRCLE)) == [{"page", "part"}]
