"""Which languages are written from right to left."""

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def is_right_to_left(language: str) -> bool:
    """Whether a language, given by its code, is written from right to left."""
    return language.partition("-")[0].lower() in _RIGHT_TO_LEFT
