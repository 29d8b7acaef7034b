"""The house keeps its own rules: short files, short functions, no room without a name."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60
MOST_MODULES_OF_A_PACKAGE = 16
MOST_TABLES_OF_LANGUAGE = 24
"""`language` has one short module for each table: its list of files is the list of what differs by tongue."""


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_OF_A_FILE


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_function_is_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    long = [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno + 1 > MOST_LINES_OF_A_FUNCTION]
    assert long == []


def test_no_room_without_a_name() -> None:
    assert [p for p in SOURCES if p.stem in {"utils", "helpers", "common", "misc"}] == []


def test_a_package_can_be_taken_in_at_a_glance() -> None:
    folders = {path.parent for path in SOURCES}
    sizes = {folder: len([p for p in folder.glob("*.py") if p.stem != "__init__"]) for folder in folders}
    most = {
        folder: MOST_TABLES_OF_LANGUAGE if folder.name == "language" else MOST_MODULES_OF_A_PACKAGE for folder in sizes
    }
    crowded = {folder.name: size for folder, size in sizes.items() if size > most[folder]}
    assert crowded == {}


def test_public_functions_and_classes_say_what_they_are() -> None:
    silent = []
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and ast.get_docstring(tree) is None:
            silent.append(str(path.relative_to(ROOT)))
        for node in tree.body:
            if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
                continue
            if ast.get_docstring(node) is None:
                silent.append(f"{path.relative_to(ROOT)}:{node.name}")
    assert silent == []


def test_no_room_is_used_before_it_is_built() -> None:
    """No package registers anything when it is imported: an `__init__` outside the command line imports no sibling
    stage."""
    for path in SOURCES:
        assert "os.environ" not in path.read_text(encoding="utf-8"), f"{path}: settings come from the settings file"
