"""Small files and short functions: the budgets that keep the whole readable."""

import ast
from statistics import median

import pytest

from tests.architecture.sources import Source, product, sources

FILE, TEST_FILE, FUNCTION, POSITIONAL = 300, 400, 60, 5
MEDIAN_FILE, MEDIAN_FUNCTION = 80, 10

Function = ast.FunctionDef | ast.AsyncFunctionDef


def length(function: Function) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def positional(function: Function) -> int:
    """How many arguments a caller may give by position, not counting the object itself."""
    taken = [*function.args.posonlyargs, *function.args.args]
    return len([a for a in taken if a.arg not in {"self", "cls"}])


def too_long(files: tuple[Source, ...], most: int) -> dict[str, int]:
    return {file.name: file.lines for file in files if file.lines > most}


def test_no_file_is_over_its_budget() -> None:
    assert too_long(product(), FILE) == {}
    assert too_long(sources("tests"), TEST_FILE) == {}


def test_no_function_is_over_its_budget() -> None:
    long = {
        f"{file.name}: {function.name}": length(function)
        for file in product()
        for function in file.functions()
        if length(function) > FUNCTION
    }
    assert long == {}


def test_no_function_takes_more_by_position_than_a_reader_can_keep_apart() -> None:
    """What a route takes is given by the framework, by name."""
    many = {
        f"{file.name}: {function.name}": positional(function)
        for file in product()
        for function in file.functions()
        if positional(function) > POSITIONAL and not _is_route(function)
    }
    assert many == {}


def test_half_of_the_files_and_of_the_functions_are_far_below() -> None:
    files = [file.lines for file in product() if file.lines]
    functions = [length(function) for file in product() for function in file.functions()]
    assert median(files) <= MEDIAN_FILE
    assert median(functions) <= MEDIAN_FUNCTION


@pytest.mark.parametrize("word", ["TODO", "FIXME", "XXX"])
def test_nothing_is_left_for_later_in_the_source(word: str) -> None:
    assert [file.name for file in product() if word in file.text] == []


def _is_route(function: Function) -> bool:
    decorators = [d.func if isinstance(d, ast.Call) else d for d in function.decorator_list]
    return any(isinstance(d, ast.Attribute) and d.attr in {"get", "post", "put", "delete"} for d in decorators)
