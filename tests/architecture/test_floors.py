"""Who may know whom, where import-linter's contracts are too coarse to say it."""

from __future__ import annotations

import ast

from tests.architecture.source import FUNCTIONS, Module, modules, report

SPEAKS_SQL = {"tables", "service", "queries"}
SPEAKS_SQL_FOLDERS = {"database", "journal", "demo"}
# The parts of roster/service.py that fill cells, store covers and leaves, and move shifts, and what substitution asks
# of a change, in a service's transaction; together they would be too long.
SPEAKS_SQL_MODULES = {
    *(f"duty_console.roster.{name}" for name in ("cells", "leaves", "seats", "retiming")),
    "duty_console.roster.substitution.checks",
}
# The sample district writes a million rows at once; the journal compares every row with its record; the desk makes
# the tables of a fresh folder.
KNOWS_ALL_TABLES = {"database", "journal", "demo", "desk"}
# They make pictures of windows, one after the other, and are not the desktop.
PICTURE_MAKERS = ("ui.tour", "ui.widgets.gallery")
THREADS = {
    "threading", "concurrent.futures", "multiprocessing", "asyncio", "PySide6.QtConcurrent",
    *(f"PySide6.QtCore.{name}" for name in ("QThread", "QThreadPool", "QRunnable")),
}  # fmt: skip
# To hear of a bug in somebody's thread, or to ask in which one one is, is not to start one.
HEARS_OF_THREADS = {
    "threading.excepthook", "threading.__excepthook__", "threading.ExceptHookArgs", "threading.current_thread",
}  # fmt: skip


def _is_below(name: str, roots: set[str]) -> bool:
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def _speaks_sql(module: Module) -> bool:
    return module.path.parts[0] == "duty_console" and (
        module.path.stem in SPEAKS_SQL or module.folder in SPEAKS_SQL_FOLDERS or module.name in SPEAKS_SQL_MODULES
    )


def _rows() -> dict[str, str]:
    """Return every mapped class with the folder that owns it."""
    return {
        f"{module.name}.{node.name}": module.folder
        for module in modules("duty_console")
        if module.path.stem == "tables"
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
    }


def test_only_tables_services_and_queries_speak_sql() -> None:
    problems = [
        f"{module.at(node)} {name}"
        for module in modules("app.py", "duty_console", "ui")
        if not _speaks_sql(module)
        for node, name in module.imports
        if _is_below(name, {"sqlalchemy", "sqlite3", "alembic"})
    ]
    report(
        problems,
        "Only tables.py, service.py, queries.py, database/, journal/ and demo/ know the database. "
        "Move the query there and hand out a dataclass of model.py:",
    )


def test_tables_are_private_to_their_folder_and_to_queries_that_join_them() -> None:
    problems = []
    for module in modules("app.py", "duty_console", "ui"):
        for node, name in module.imports:
            parts = name.split(".")
            is_table = parts[0] == "duty_console" and len(parts) > 2 and parts[2] == "tables"
            own = module.path.parts[0] == "duty_console" and is_table and parts[1] == module.folder
            if is_table and not (own or _speaks_sql(module) or module.folder in KNOWS_ALL_TABLES):
                problems.append(f"{module.at(node)} {name}")
    report(problems, "A folder's tables.py is its own, and a query's that joins it. Ask its service instead:")


def test_each_folder_writes_its_own_rows() -> None:
    rows = _rows()
    problems = []
    for module in modules("duty_console"):
        if module.folder in KNOWS_ALL_TABLES:
            continue
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call):
                continue
            done = module.dotted(node.func)
            written = [done]
            if done in {"sqlalchemy.insert", "sqlalchemy.update", "sqlalchemy.delete"}:
                written = [module.dotted(each) for each in node.args[:1]]
            problems += [
                f"{module.at(node)} {name}" for name in written if rows.get(name, module.folder) != module.folder
            ]
    report(problems, "Another folder's rows may be read in a join, never written. Call its service's function:")


def test_services_hand_out_no_mapped_objects() -> None:
    rows = set(_rows())
    problems = []
    for module in modules("duty_console"):
        if module.path.stem in {"service", "queries"}:
            problems += [
                f"{module.at(function)} {function.name} -> {ast.unparse(function.returns)}"
                for function in _public_methods(module)
                if function.returns
                and _mentions(module, function.returns) & rows
                # A part of somebody's transaction, which is handed in: what it returns lives and ends with that one.
                and not any(argument.arg == "session" for argument in function.args.args)
            ]
    report(problems, "No mapped object leaves its transaction: return a dataclass of model.py. These return rows:")


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
        f"{module.at(node)} {module.dotted(node)}"
        for module in modules("ui")
        if module.name != "ui.jobs"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute | ast.Name)
        and _is_below(module.dotted(node), THREADS)
        and module.dotted(node) not in {*HEARS_OF_THREADS, "threading"}
    ]
    report(problems, "ui/jobs.py holds the only threading code: run the use case through it:")


def test_windows_do_not_pump_events() -> None:
    problems = [
        module.at(node)
        for module in modules("ui")
        if not module.name.startswith(PICTURE_MAKERS)
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
