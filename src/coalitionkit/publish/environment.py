"""The sandbox in which templates run. Beside it, only `proofs` and the letterhead of Word know Jinja.

A template prints text of the record, chooses and loops; it calls nothing but its own macros and `range`,
sees nothing but the fields of the context, and stops at a bound of steps and of size. Whatever it prints
is escaped, unless a macro of its own made it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache, wraps
from types import TracebackType
from typing import Any, TypeVar

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Template, TemplateModule
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from coalitionkit.errors import BrokenTemplateError
from coalitionkit.prose import did_you_mean
from coalitionkit.publish.gaps import Gap
from coalitionkit.publish.markdown import Markdown, escaped, paragraphs, sentences
from coalitionkit.publish.templates import Folders

MAX_OUTPUT = 200_000
"""The most that one document may hold, in characters."""

MAX_STEPS = 50_000
"""How many rounds of loops, calls and filters one document may take."""

MAX_RANGE = 1_000
_LARGEST = 10**12
_NOTHING = "nothing is recorded here to print; ask with {% if %} first"
_FILTERS = """
    abs capitalize count default first int last length list lower map max min reject rejectattr reverse
    select selectattr sort title trim unique upper
"""
_TESTS = """
    defined divisibleby eq equalto even ge gt in le lt mapping ne none number odd string undefined
"""
_OF_LOOPS = """
    changed cycle depth depth0 first index index0 last length nextitem previtem revindex revindex0
"""
_Value = TypeVar("_Value")


class _Missing(StrictUndefined):
    """A name that does not exist: any use of it is an error, in plain words."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, thing = str(self._undefined_name), self._undefined_obj
        if thing is missing:
            return f"there is no '{name}' to print"
        if thing is None:
            return f"nothing is recorded here, so there is no '{name}'; ask with {{% if %}} first"
        known = [field.name for field in fields(thing)] if is_dataclass(thing) else []
        return f"{type(thing).__name__.lower()} has no '{name}'{did_you_mean(name, known)}"


class _Bounded(CodeGenerator):
    """Counts the rounds of loops and bounds what `~` builds; both are the environment's own business."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        node.iter = _own("counted", [node.iter], node.lineno)
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.visit(_own("strung", node.nodes, node.lineno), frame)

    def visit_ScopedEvalContextModifier(  # noqa: N802 - Jinja's name
        self, node: nodes.ScopedEvalContextModifier, _frame: Frame
    ) -> None:
        self.fail("escaping cannot be changed within a template", node.lineno)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with everything left out that letters and agendas have no use for. Renders one at a time."""

    code_generator_class = _Bounded
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, folders: Folders) -> None:
        super().__init__(
            loader=_Loader(folders),
            undefined=_Missing,
            # Markdown has its own escaping, in `_printed`.
            autoescape=False,
            finalize=_printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._folders = folders
        self._steps = 0
        self.concat = _gathered  # type: ignore[method-assign]
        self.globals = {"range": _short_range}
        self.filters = {name: self._charged(self.filters[name]) for name in _FILTERS.split()}
        self.filters["join"] = self._joined
        self.filters |= {made.__name__: self._charged(_of_text(made)) for made in (paragraphs, sentences)}
        self.tests = {name: self.tests[name] for name in _TESTS.split()}
        self.tests["gap"] = lambda value: isinstance(value, Gap)

    def write(self, name: str, values: dict[str, object]) -> str:
        """Return the text that a template makes of the values.

        Raises BrokenTemplateError, with the file and the line, for whatever goes wrong in it.
        """
        self._steps = 0
        try:
            return str(self.get_template(name).render(values))
        except TemplateSyntaxError as error:
            message = f"{error.filename or error.name}:{error.lineno}: {error.message}"
            raise BrokenTemplateError(message) from error
        except TemplateNotFound as error:
            raise BrokenTemplateError(f"{_line(error, name)}: there is no template '{error.name}'") from error
        except RecursionError as error:
            raise BrokenTemplateError(f"{_line(error, name)}: it calls itself without end") from error
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise BrokenTemplateError(f"{_line(error, name)}: {error}") from error

    def tree(self, name: str) -> tuple[nodes.Template, str]:
        """Return what a template consists of, and its file.

        Raises BrokenTemplateError, with the file and the line, when it cannot be read as a template.
        """
        source = self._folders.find(name)
        if source is None:
            raise BrokenTemplateError(f"there is no template '{name}'")
        try:
            self.compile(source.text, name, source.file)
            return self.parse(source.text, name, source.file), source.file
        except TemplateSyntaxError as error:
            raise BrokenTemplateError(f"{source.file}:{error.lineno}: {error.message}") from error
        except RecursionError as error:
            raise BrokenTemplateError(f"{source.file}: nested too deep") from error

    def has(self, name: str) -> bool:
        """Whether there is a template of this name. Raises BrokenTemplateError for what is no name."""
        return self._folders.has(name)

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: Any = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Return a template; that it is asked for counts as a step."""
        self._charge()
        return super().get_template(name, parent, globals)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may look at this: fields of the context, and what loops tell of themselves."""
        if attr.startswith("_"):
            return False
        if isinstance(obj, LoopContext):
            return attr in _OF_LOOPS.split()
        if is_dataclass(obj):
            kind: Any = type(obj)
            return attr in _fields_of(kind)
        return isinstance(value, Macro | str) and isinstance(obj, TemplateModule)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Return what stands for something that a template may not look at."""
        hint = f"a template may not look at '{attribute}'"
        return self.undefined(hint, obj=obj, name=attribute, exc=SecurityError)

    def call(__self, __context: Context, __obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call a macro, a block or one of the few functions that there are; refuse everything else."""
        owner = getattr(__obj, "__self__", None)
        if not (
            isinstance(__obj, Macro | BlockReference | LoopContext | Undefined)
            or isinstance(owner, LoopContext)
            or owner is __self
            or __obj is _short_range
        ):
            raise SecurityError("a template may call only its own macros and range")
        __self._charge()
        return __context.call(__obj, *args, **kwargs)

    def call_binop(self, _context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate with numbers of a sensible size."""
        if not isinstance(left, int | float) or not isinstance(right, int | float):
            raise SecurityError(f"'{operator}' is for numbers; put texts together with ~")
        if operator == "**":
            raise SecurityError("there are no powers in templates")
        result = self.binop_table[operator](left, right)
        if abs(result) > _LARGEST:
            raise SecurityError("this number is too large")
        return result

    def counted(self, items: Iterable[_Value]) -> Iterator[_Value]:
        """Give the items of a loop, each of which is a step."""
        for item in items:
            self._charge()
            yield item

    def strung(self, *values: object) -> str:
        """Put values together, as `~` does: Markdown when one of them is, else text."""
        if any(type(value) is Markdown or isinstance(value, Gap) for value in values):
            return _gathered(str(_printed(value)) for value in values)
        if any(value is None for value in values):
            raise ValueError(_NOTHING)
        return str(_gathered(str(value) for value in values))

    def _joined(self, values: Iterable[object], between: str = "") -> Markdown:
        """Print values with a text between them."""
        return _gathered(
            (escaped(between) if number else "") + str(_printed(value))
            for number, value in enumerate(self.counted(values))
        )

    def _charge(self, steps: int = 1) -> None:
        self._steps += steps
        if self._steps > MAX_STEPS:
            raise SecurityError(f"it takes more than {MAX_STEPS} steps")

    def _charged(self, filtered: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter that costs steps for what it has to look at."""

        @wraps(filtered)
        def charged(*args: Any, **kwargs: Any) -> Any:
            self._charge(
                1 + sum(len(arg) for arg in args if isinstance(arg, str | list | tuple | dict)) // 20
            )
            return filtered(*args, **kwargs)

        return charged


class _Loader(BaseLoader):
    def __init__(self, folders: Folders) -> None:
        self._folders = folders

    def get_source(self, _environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template for Jinja: its text, its file, and that it does not change under our hands."""
        source = self._folders.find(template)
        if source is None:
            raise TemplateNotFound(template)
        return source.text, source.file, lambda: True


@cache
def _fields_of(kind: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind))


def _own(name: str, arguments: list[Any], line: int) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(name, lineno=line), arguments, [], None, None, lineno=line)


def _printed(value: object) -> Markdown | Undefined:
    """Return what `{{ value }}` prints: text as text, and Markdown only where a macro made it."""
    if type(value) is Markdown:
        return value
    if isinstance(value, str):
        return escaped(value)
    if isinstance(value, Gap):
        return Markdown(f"**[{escaped(value.mark)}]**")
    if isinstance(value, Undefined):
        return value
    if isinstance(value, int | float | Decimal):
        return escaped(str(value))
    if value is None:
        raise ValueError(_NOTHING)
    raise TypeError("only text and numbers can be printed, not a whole record or list")


def _of_text(made: Callable[..., Markdown]) -> Callable[..., object]:
    """Return a filter that leaves alone what is no text of the plan: gaps, and Markdown."""

    def filtered(value: object, *args: str) -> object:
        return made(value, *args) if isinstance(value, str) and type(value) is not Markdown else value

    return filtered


def _gathered(parts: Iterable[str]) -> Markdown:
    """Put parts together as Markdown, up to the bound."""
    kept: list[str] = []
    size = 0
    for part in parts:
        size += len(part)
        if size > MAX_OUTPUT:
            raise SecurityError(f"it makes more than {MAX_OUTPUT} characters")
        kept.append(part)
    return Markdown("".join(kept))


def _short_range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > MAX_RANGE:
        raise SecurityError(f"range goes up to {MAX_RANGE}")
    return numbers


def _line(error: BaseException, name: str) -> str:
    """Return the file and line of the template at which an error arose, or the template's name."""
    found = name
    step: TracebackType | None = error.__traceback__
    while step is not None:
        if "__jinja_template__" in step.tb_frame.f_globals or step.tb_frame.f_code.co_filename.endswith(
            ".j2"
        ):
            found = f"{step.tb_frame.f_code.co_filename}:{step.tb_lineno}"
        step = step.tb_next
    return found
