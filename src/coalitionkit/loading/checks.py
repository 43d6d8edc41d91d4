"""What is checked while a plan is loaded: family 0. These checks cannot be switched off or suppressed."""

from coalitionkit.findings import Check, Severity


def _check(
    code: str, name: str, summary: str, why: str, mend: str, severity: Severity = Severity.ERROR
) -> Check:
    return Check(f"CK{code}", name, severity, summary, why, mend)


INVALID_YAML = _check(
    "001",
    "invalid-yaml",
    "The file cannot be read as YAML.",
    "Nothing in the file can be checked or rendered until every line of it can be read.",
    "Look at the place that is marked and a line or two above it: a quote, bracket or colon is"
    " missing or one too many. Put text that holds ': ' or ' #' in quotes.",
)
TAB = _check(
    "002",
    "tab-in-indentation",
    "A tab stands where YAML takes only spaces.",
    "Programs disagree on how wide a tab is, so YAML forbids it at the start of a line.",
    "Replace the tab by two spaces for each level. Most editors can be told to do so by themselves.",
)
INDENTATION = _check(
    "003",
    "bad-indentation",
    "A line does not line up with its neighbors.",
    "In YAML the spaces at the start of a line say what belongs to what.",
    "Give keys of the same group the same number of spaces; put the keys of a list item under the"
    " first letter after its '- '.",
)
DUPLICATE_KEY = _check(
    "004",
    "duplicate-key",
    "A key stands twice in the same group.",
    "Programs keep one of the two and drop the other without a word.",
    "Keep one of the two, or bring their contents together under one key.",
)
ALIAS = _check(
    "005",
    "anchor-or-alias",
    "The file uses YAML anchors, aliases or merge keys.",
    "A shared part cannot be changed in one place only, and a few lines of them can grow to gigabytes.",
    "Write the text out in each place. Text that begins with '*' or '&' needs quotes.",
)
DOCUMENTS = _check(
    "006",
    "several-documents",
    "The file holds more than one YAML document.",
    "One plan is one document; what follows a line '---' would be ignored.",
    "Remove the line, or move the second document to a file of its own.",
)
EMPTY = _check(
    "007",
    "empty-file",
    "The file holds no plan.",
    "An empty plan would pass every check and say nothing.",
    "Begin with the lines 'format: 1' and 'coalition:'.",
)
ENCODING = _check(
    "008",
    "not-utf-8",
    "The file is not saved as UTF-8 text.",
    "Names with accents would be damaged on another computer.",
    "Save the file again and choose the encoding UTF-8. In Notepad: Save as, Encoding: UTF-8.",
)
SIZE = _check(
    "009",
    "too-large",
    "The file is larger than a plan may be.",
    "A plan is written by people and stays below a few megabytes; a larger file is a mistake or an"
    " attack, and is not read.",
    "Check that the right file was named. Raise the limit with --max-size if it really is a plan.",
)
UNKNOWN_KEY = _check(
    "010",
    "unknown-key",
    "A key is not part of the format.",
    "A misspelled key would silently lose what is written below it.",
    "Correct the key. Remarks go under 'note'; keys of your own begin with 'x-'.",
)
MISSING_KEY = _check(
    "011",
    "missing-key",
    "A key that a record cannot do without is missing.",
    "Without it nothing else can point at the record or print it.",
    "Add the key that the message names.",
)
WRONG_SHAPE = _check(
    "012",
    "wrong-shape",
    "A list, a group or a single value stands where another of the three is expected.",
    "What is written cannot be understood, however clear it is to people.",
    "Write a list with '- ' before each item, a group as 'key: value' lines, a single value after"
    " the colon of its key.",
)
UNKNOWN_WORD = _check(
    "013",
    "unknown-word",
    "A word does not come from its vocabulary.",
    "Scores, letters and reports can count only words with a fixed meaning.",
    "Choose a word of the vocabulary, or add your own under 'vocabulary' where that is possible.",
)
MALFORMED_ID = _check(
    "014",
    "malformed-id",
    "An id is not made of small letters, digits and hyphens.",
    "Ids stand in links, file names and messages, and must be the same in all of them.",
    "Write the name in small letters with hyphens: 'Ana López' becomes 'ana-lopez'.",
)
MALFORMED_DATE = _check(
    "015",
    "malformed-date",
    "A date or time is not written in the one form that is read.",
    "03/04/2026 is March in one country and April in another.",
    "Write year-month-day: 2026-03-14. When the day or month is open, write 2026-03 or 2026.",
)
MALFORMED_NUMBER = _check(
    "016",
    "malformed-number",
    "A number, amount or share cannot be read or is out of range.",
    "Sums are kept exact, so nothing is guessed.",
    "Write 25000 or 25000.50 without signs or separators; write shares as 0.5, 50% or 2/3.",
)
CONTRADICTION = _check(
    "017",
    "contradiction",
    "Two statements of one record cannot both be true.",
    "Whatever is computed from them would be wrong.",
    "Correct the one that is mistaken.",
)
FORMAT = _check(
    "018",
    "unsupported-format",
    "The plan is written in a format that this version does not read.",
    "Reading it by the rules of another format would misunderstand it.",
    "Update coalitionkit, or write 'format: 1'.",
)
DEPTH = _check(
    "019",
    "too-deep",
    "Lists and groups stand within one another too deeply.",
    "No plan needs it, and it can bring programs down.",
    "Look for a run of brackets or dashes that got there by mistake.",
)
BROKEN_REFERENCE = _check(
    "020",
    "broken-reference",
    "A value points at a record that does not exist.",
    "Letters, counts and scores would miss whoever is meant.",
    "Correct the id, or add the record that it points at.",
)
DUPLICATE_ID = _check(
    "021",
    "duplicate-id",
    "Two records have the same id.",
    "Nobody can tell which of the two is meant. Members and partners share one set of ids.",
    "Give one of them another id, and change what points at it.",
)
SPELLING = _check(
    "022",
    "other-spelling",
    "A word is understood, but is not written as the vocabulary has it.",
    "One spelling keeps searches, comparisons and spreadsheets simple.",
    "Write the word that the message names.",
    Severity.INFO,
)
UNQUOTED_CODE = _check(
    "023",
    "unquoted-code",
    "A code with leading zeros stands without quotes.",
    "This tool keeps the zeros; spreadsheets and many other programs read a number and drop them.",
    "Put the code in quotes.",
    Severity.WARNING,
)
PLACEHOLDER = _check(
    "024",
    "placeholder",
    "A placeholder still waits to be filled in.",
    "What is left open counts as not recorded.",
    "Write the text as soon as you know it. Delete the line only if nothing belongs there: other rules may"
    " ask for it again.",
    Severity.INFO,
)
OVERLAY_NOT_PRIVATE = _check(
    "025",
    "overlay-not-private",
    "The private overlay holds something that is not private.",
    "The overlay is not shared, so the others would never see it.",
    "Move it to the plan itself.",
)
OVERLAY_STRAY = _check(
    "026",
    "overlay-stray",
    "The private overlay speaks of a record that the plan does not have.",
    "It can only add private details to what the plan lists.",
    "Correct the id, or add the record to the plan first.",
)
TWICE = _check(
    "027",
    "section-in-two-files",
    "Two files of a plan both hold the same setting.",
    "Only one of them can be in force.",
    "Keep it in one file. Lists may be spread over files; single settings may not.",
)
TAG = _check(
    "028",
    "yaml-tag",
    "The file uses a YAML tag.",
    "Tags can make programs build things that a plan never needs.",
    "Remove the word that begins with '!'. Text that begins with '!' needs quotes.",
)
MALFORMED_TEXT = _check(
    "029",
    "malformed-text",
    "An e-mail or web address is not written as one.",
    "A letter that cannot be delivered or a link that cannot be opened helps nobody.",
    "Write ana@example.org, or a web address that begins with https://.",
)
CONTROL_CHARACTER = _check(
    "030",
    "control-character",
    "An invisible control character stands in the text.",
    "It often comes along when text is copied from another program, and YAML forbids it.",
    "Delete the character and type the text again.",
)
CUT_TEXT = _check(
    "031",
    "cut-text",
    "A value ends where ' #' begins, and the rest of the line is a remark.",
    "A name such as 'Hospital #1' would be printed without its number.",
    "Put the value in quotes. If it is a remark, write a space after the '#'.",
    Severity.WARNING,
)
UNUSABLE_EXTEND = _check(
    "032",
    "unusable-extend",
    "A file that the settings extend cannot be used.",
    "The plan would be checked by other settings than everyone believes.",
    "Name a YAML file of the same repository by its path, seen from the file that names it. Nothing is"
    " fetched from elsewhere.",
)
REPEATED_ITEM = _check(
    "033",
    "repeated-item",
    "A word or an id stands twice in the same list.",
    "It counts once, and whoever reads the list wonders whether another one was meant.",
    "Remove one of the two, or write what was meant.",
    Severity.INFO,
)

CHECKS = tuple(value for value in globals().values() if isinstance(value, Check))
"""All checks of family 0, by code."""

BY_PROBLEM = {
    "syntax": INVALID_YAML,
    "tab": TAB,
    "indentation": INDENTATION,
    "duplicate": DUPLICATE_KEY,
    "alias": ALIAS,
    "documents": DOCUMENTS,
    "empty": EMPTY,
    "encoding": ENCODING,
    "size": SIZE,
    "shape": WRONG_SHAPE,
    "word": UNKNOWN_WORD,
    "id": MALFORMED_ID,
    "date": MALFORMED_DATE,
    "number": MALFORMED_NUMBER,
    "text": MALFORMED_TEXT,
    "contradiction": CONTRADICTION,
    "depth": DEPTH,
    "tag": TAG,
    "control": CONTROL_CHARACTER,
}
"""The check for each kind of problem that the reader of a text or of a value names."""
