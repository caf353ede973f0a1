"""Who may know whom, where import-linter's contracts are too coarse to say it."""

from __future__ import annotations

import ast

from tests.architecture.source import FUNCTIONS, Module, modules, report

SPEAKS_SQL = {"tables", "service", "queries"}
SPEAKS_SQL_FOLDERS = {"database", "journal", "demo"}
# The sample district writes a million rows at once; the journal compares every row with its record; the
# desk makes the tables of a fresh folder.
READS_ALL_TABLES = {"database", "journal", "demo", "desk"}
THREADS = {
    "threading", "concurrent.futures", "multiprocessing", "asyncio",
    *(f"PySide6.QtCore.{name}" for name in ("QThread", "QThreadPool", "QRunnable")), "PySide6.QtConcurrent",
}  # fmt: skip


def _is_below(name: str, roots: set[str]) -> bool:
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def test_only_tables_services_and_queries_speak_sql() -> None:
    problems = [
        f"{module.at(node)} {name}"
        for module in modules("app.py", "duty_console", "ui")
        if not (
            module.path.parts[0] == "duty_console"
            and (module.path.stem in SPEAKS_SQL or module.folder in SPEAKS_SQL_FOLDERS)
        )
        for node, name in module.imports
        if _is_below(name, {"sqlalchemy", "sqlite3", "alembic"})
    ]
    report(
        problems,
        "Only tables.py, service.py, queries.py, database/, journal/ and demo/ know the database. "
        "Move the query there and hand out a dataclass of model.py:",
    )


def test_tables_are_private_to_their_folder() -> None:
    problems = []
    for module in modules("app.py", "duty_console", "ui"):
        may_join = module.path.stem in {"tables", "queries"} or module.folder in READS_ALL_TABLES
        for node, name in module.imports:
            parts = name.split(".")
            is_table = parts[0] == "duty_console" and len(parts) > 2 and parts[2] == "tables"
            if is_table and not (module.path.parts[0] == "duty_console" and (parts[1] == module.folder or may_join)):
                problems.append(f"{module.at(node)} {name}")
    report(
        problems,
        "A folder's tables.py is its own, and any queries.py may join it. Ask its service instead:",
    )


def test_services_hand_out_no_mapped_objects() -> None:
    rows = {
        f"{module.name}.{node.name}"
        for module in modules("duty_console")
        if module.path.stem == "tables"
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
    }
    problems = []
    for module in modules("duty_console"):
        if module.path.stem in {"service", "queries"}:
            problems += [
                f"{module.at(function)} {function.name} -> {ast.unparse(function.returns)}"
                for function in _public_methods(module)
                if function.returns and _mentions(module, function.returns) & rows
            ]
    report(
        problems,
        "No mapped object leaves its service: return a dataclass of model.py. These return rows:",
    )


def _public_methods(module: Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    bodies = [module.tree.body, *(node.body for node in module.tree.body if isinstance(node, ast.ClassDef))]
    return [node for body in bodies for node in body if isinstance(node, FUNCTIONS) and not node.name.startswith("_")]


def _mentions(module: Module, annotation: ast.expr) -> set[str]:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    return {module.dotted(node) for node in ast.walk(annotation) if isinstance(node, ast.Name | ast.Attribute)}


def test_only_the_windows_know_qt() -> None:
    problems = [
        f"{module.at(node)} {name}"
        for module in modules("duty_console")
        for node, name in module.imports
        if _is_below(name, {"PySide6", "shiboken6"})
    ]
    report(problems, "The duty room knows nothing of Qt; hand ui/ a value or a callback:")


def test_windows_have_one_place_for_threads() -> None:
    problems = [
        f"{module.at(node)} {name}"
        for module in modules("ui")
        if module.name != "ui.jobs"
        for node, name in module.imports
        if _is_below(name, THREADS)
    ]
    report(problems, "ui/jobs.py holds the only threading code: run the use case through it:")


def test_windows_do_not_pump_events() -> None:
    problems = [
        module.at(node)
        for module in modules("ui")
        if module.name not in {"ui.tour"} and not module.name.startswith("ui.tour.")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr == "processEvents"
    ]
    report(
        problems,
        "processEvents() runs anything at any time. Give the work to ui/jobs.py, come back by signal:",
    )


def test_texts_are_translated_before_they_are_filled() -> None:
    problems = []
    for module in modules("ui"):
        for node in ast.walk(module.tree):
            if not (isinstance(node, ast.Call) and node.args and _is_translation(node.func)):
                continue
            text = node.args[0]
            filled = isinstance(text, ast.Call) and isinstance(text.func, ast.Attribute) and text.func.attr == "format"
            if isinstance(text, ast.JoinedStr | ast.BinOp) or filled:
                problems.append(f"{module.at(node)} {ast.unparse(text)[:60]}")
    report(
        problems,
        'A translator sees only whole texts: self.tr("… {name} …").format(name=…), no f-string inside:',
    )


def _is_translation(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and function.attr in {"tr", "translate"}
