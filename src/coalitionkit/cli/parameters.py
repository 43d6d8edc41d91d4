"""Options and arguments on their way from the command line, without what they do not need.

The parser makes a validator for each option that is no flag, whether it was given or not, at one to two
milliseconds apiece and thirty for the first. What was not given needs none, and neither do text and paths.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

from coalitionkit.errors import ConfigurationError
from coalitionkit.prose import did_you_mean, one_of, quoted

_MAKERS: dict[Any, Callable[[str], object]] = {str: str, Path: Path}


def at_ease(command: Any) -> Any:
    """Return a command, its parameters relieved of validators wherever the value is what it has to be."""
    parameters: Callable[[Any], list[Any]] = command.get_params

    def get_params(ctx: Any) -> list[Any]:
        return [_relieved(parameter) for parameter in parameters(ctx)]

    command.get_params = get_params
    for inner in getattr(command, "commands", {}).values():
        at_ease(inner)
    return command


def _relieved(parameter: Any) -> Any:
    if "process_value" in vars(parameter):
        return parameter
    annotation = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    listed = get_origin(annotation) is list
    make = _MAKERS.get(get_args(annotation)[0] if listed else annotation)
    choices = _choices(annotation)
    validated: Callable[[Any, Any], Any] = parameter.process_value

    def process_value(ctx: Any, value: Any) -> Any:
        if value is None and not parameter.required:
            made: Any = () if parameter.multiple or parameter.nargs == -1 else None
        elif value is not None and value is parameter.default:
            made = value
        elif make is not None and listed and isinstance(value, list | tuple):
            made = [make(item) for item in value]
        elif make is not None and isinstance(value, str):
            made = make(value)
        elif isinstance(value, str) and value in choices:
            made = choices[value]
        elif isinstance(value, str) and choices:
            hint = did_you_mean(value, choices) or f"; choose {one_of([*choices])}"
            raise ConfigurationError(f"{parameter.opts[0]}: there is no {quoted(value)}{hint}")
        else:
            return validated(ctx, value)
        return made if parameter.callback is None else parameter.callback(ctx, parameter, made)

    parameter.process_value = process_value
    return parameter


def _choices(annotation: Any) -> Mapping[str, Enum]:
    """Return the words that an option takes, where it takes one of several."""
    if not isinstance(annotation, type) or not issubclass(annotation, Enum):
        return {}
    return {str(choice.value): choice for choice in annotation}
