"""Options that go together: a command names the bundle, and typer sees each option in it.

A bundle is a named tuple whose fields are options with their defaults, in the order in which help shows them.
"""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any


def unbundled(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command with the options of its bundles in place of the bundles, which it still gets whole."""
    whole = signature(command)
    bundles: dict[str, Any] = {
        name: parameter.annotation
        for name, parameter in whole.parameters.items()
        if hasattr(parameter.annotation, "_fields")
    }

    @wraps(command)
    def called(**values: Any) -> None:
        for name, bundle in bundles.items():
            values[name] = bundle(**{field: values.pop(field) for field in bundle._fields})
        command(**values)

    called.__signature__ = _opened(whole, bundles)  # type: ignore[attr-defined]
    return called


def _opened(whole: Signature, bundles: dict[str, Any]) -> Signature:
    parameters: list[Parameter] = []
    for name, parameter in whole.parameters.items():
        if name in bundles:
            parameters.extend(_options(bundles[name]))
        else:
            parameters.append(parameter)
    return whole.replace(parameters=parameters)


def _options(bundle: Any) -> list[Parameter]:
    return [
        Parameter(field, Parameter.KEYWORD_ONLY, default=bundle._field_defaults[field], annotation=annotation)
        for field, annotation in bundle.__annotations__.items()
    ]
