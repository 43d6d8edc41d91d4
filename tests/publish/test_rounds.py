"""Every document but letters: for whom it is, in every form, with nothing private in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalitionkit.model.coalition import Coalition
from coalitionkit.publish.context import Contact
from coalitionkit.publish.forms import written
from publish.pressroom import press, small_plan
from publish.rounds import FALL, MAKERS, harbor_point, made

AUDIENCES = {"role-data-lead": "addressee"}
NEEDS_A_PLAN = ("minutes", "agenda-fair-pay")


@pytest.mark.parametrize("name", MAKERS)
def test_every_document_says_for_whom_it_is(name: str) -> None:
    document = made(name)
    assert document.audience == AUDIENCES.get(name, "coalition")
    assert document.coalition == "Harbor Point Works"
    assert document.day == FALL


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("name", MAKERS)
def test_nothing_private_comes_out(name: str, code: str) -> None:
    document = made(name, code)
    told = repr(document)
    assert "canary" not in told
    assert "31337" not in told
    assert "opposed" not in told
    assert "41000" not in told, "amounts are for those concerned"


@settings(max_examples=25)
@given(secret=st.text("abcdefghijklmnop", min_size=12, max_size=20), code=st.sampled_from(["en", "es"]))
def test_no_private_value_whatever_it_is_comes_out(secret: str, code: str) -> None:
    plan = _with_secret(harbor_point(), secret)
    for name in MAKERS:
        assert secret not in repr(made(name, code, plan=plan)), name


def _with_secret(plan: Coalition, secret: str) -> Coalition:
    members = tuple(
        member.model_copy(update={"phone": secret, "personal_email": f"{secret}@example.org"})
        for member in plan.members
    )
    partners = tuple(partner.model_copy(update={"stance": secret}) for partner in plan.partners)
    return plan.model_copy(update={"members": members, "partners": partners})


@pytest.mark.parametrize("name", [name for name in MAKERS if not name.startswith(NEEDS_A_PLAN)])
def test_an_empty_plan_gives_gaps_and_no_error(name: str) -> None:
    for code in ("en", "es"):
        document = made(name, code, plan=small_plan(""))
        assert document.text.count("\n# ") + document.text.startswith("# ") == 1


@pytest.mark.parametrize("form", ["docx", "html", "txt", "eml"])
def test_every_form_gives_the_same_bytes_twice(form: str) -> None:
    for name in ("minutes-june", "charter", "calendar"):
        document = made(name)
        data = written(document, form, press().folders)
        assert data == written(made(name), form, press().folders)
        if form in {"html", "txt"}:
            assert b"Neill" in data or name == "calendar"


def test_contacts_hold_work_addresses_only() -> None:
    assert {"email", "phone"} <= set(Contact.__dataclass_fields__)
    assert "noa@harborpoint.example.org" in made("role-data-lead").text
    assert "555-0150" in made("role-data-lead").text
