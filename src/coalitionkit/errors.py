"""What can stop a command: each error says what happened and what to do.

Wrong data in a plan is not an error but a finding (see `findings`). An error means that the request
itself cannot be done; `cli.boundary` turns it into a sentence and an exit code.
"""


class CoalitionError(Exception):
    """The request cannot be done.

    `message` is one sentence for the person who asked; `hint`, if any, says what to do next.
    """

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NoPlanError(CoalitionError):
    """A path holds no plan, or does not exist."""


class UnreadableFileError(CoalitionError):
    """The operating system refuses to read a file."""


class OutsideError(CoalitionError):
    """A file names another one that lies outside the repository in which it lies itself."""


class UnknownRuleError(CoalitionError):
    """No rule has the code or name that was asked for."""


class ConfigurationError(CoalitionError):
    """An option or setting has a value that cannot be used."""


class BrokenTemplateError(CoalitionError):
    """A template, or a file of words beside it, is missing or cannot be used."""


class UnknownRecordError(CoalitionError):
    """The plan has no record of the name that was asked for."""


class WouldOverwriteError(CoalitionError):
    """A file that is to be written exists already, or would land in another folder."""


class LostProcessError(CoalitionError):
    """The operating system ended a process that did a part of the work."""


class BrokenPackError(CoalitionError):
    """A package offers a pack of rules that cannot be used."""


class UneditableError(CoalitionError):
    """A file cannot be changed without harm to what else is in it."""


class ChangedMeanwhileError(CoalitionError):
    """A file is no longer what it was when it was read."""


class AgainstRecordError(CoalitionError):
    """What is to be recorded cannot have happened, going by what the plan says."""


class UnwritableFileError(CoalitionError):
    """The operating system refuses to write a file."""


class MissingExtraError(CoalitionError):
    """What was asked for needs a package that is not installed."""


def missing_extra(what: str, extra: str) -> MissingExtraError:
    """Return the error that says how to install what something needs."""
    hint = f'pip install "coalitionkit[{extra}]"'
    return MissingExtraError(f"{what} need a package that is not installed", hint=hint)
