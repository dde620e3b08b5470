"""How the words of a verdict are judged when they are saved, and whom we asked for a reply."""

from typing import Any, ClassVar

from django import forms
from django.conf import global_settings
from django.db.models import Q, QuerySet

from articles.models import Publisher
from claims.actions.editing import FIELDS, Asking, Citing, Words
from claims.admin.base import ModelForm
from claims.admin.verdict_words import Typed
from claims.models import Claim, Rating, ReplyRequest, Verdict

SHORT = 75
"""Characters of a claim beyond which ClaimReview needs a short form."""
SAID = ("party", "asked_at", "deadline", "answered_at", "answer")
"""What makes a line of the right-of-reply log more than an empty row."""


def ratings_offered(publisher: Publisher, *, given: int | None) -> QuerySet[Rating]:
    """The steps of the scales in use, and the one that the draft has already, though its scale be retired since."""
    offered = Rating.objects.filter(Q(scale__is_retired=False) | Q(pk=given), scale__publisher=publisher)
    return offered.select_related("scale")


class WordsForm(ModelForm[Verdict]):
    """The single fields. `judge` tells whether what is typed is to be checked, or only shown."""

    short_text = forms.CharField(
        max_length=SHORT,
        required=False,
        label="Short form of the claim",
        help_text="The claim is longer than search engines take. Say it in 75 characters or fewer.",
    )

    class Meta:
        model = Verdict
        fields = FIELDS
        help_texts: ClassVar = {"body": "Markdown: ## heading, **bold**, [words](https://…), > quote, - list"}
        widgets: ClassVar = {
            "rating": forms.RadioSelect,
            "headline": forms.Textarea(attrs={"rows": 2}),
            "summary": forms.Textarea(attrs={"rows": 3}),
            "body": forms.Textarea(attrs={"rows": 16}),
            "change_reason": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, typed: Typed, *, claim: Claim, verdict: Verdict | None, judge: bool, ratings: Any) -> None:
        super().__init__(typed.single if judge else None, initial=typed.single, auto_id="%s")
        self.fields["rating"].queryset = ratings  # type: ignore[attr-defined]  # a model choice
        self.fields["language"] = forms.ChoiceField(choices=_languages(typed.single.get("language", "")))
        if len(claim.text) <= SHORT:
            del self.fields["short_text"]
        for name in ("change_kind", "change_reason"):
            if verdict is None or not verdict.supersedes_id:
                del self.fields[name]
            else:
                self.fields[name].required = True
        for name, field in self.fields.items():
            described = [f"{name}-help"] if field.help_text else []
            described += [f"{name}-count"] if isinstance(field, forms.CharField) and field.max_length else []
            described += [f"{name}-error"] if judge and name in self.errors else []
            field.widget.attrs |= {"aria-describedby": " ".join(described)} if described else {}
            field.widget.attrs |= {"aria-invalid": "true"} if judge and name in self.errors else {}

    def clean_headline(self) -> str:
        """One line, though the field wraps."""
        return " ".join(str(self.cleaned_data["headline"]).split())


class ReplyForm(ModelForm[ReplyRequest]):
    """One party."""

    class Meta:
        model = ReplyRequest
        fields = ("party", "channel", "asked_at", "deadline", "outcome", "answered_at", "answer")
        widgets: ClassVar = {
            name: forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
            for name in ("asked_at", "deadline", "answered_at")
        } | {"answer": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, row: dict[str, str], *, number: int, judge: bool) -> None:
        super().__init__(row if judge else None, initial=row, auto_id=f"reply-{number}-%s")
        self.use_required_attribute = False  # an empty row is no row
        self.kept = row.get("reply", "")


def reply_forms(typed: Typed, *, judge: bool) -> list[ReplyForm]:
    """A form for each line of the log; what is judged has no empty lines."""
    rows = [row for row in typed.replies if not judge or any(row.get(name, "").strip() for name in SAID)]
    return [ReplyForm(row, number=number, judge=judge) for number, row in enumerate(rows, 1)]


def words_of(form: WordsForm, replies: list[ReplyForm], typed: Typed) -> Words:
    """What the action wants, from forms that are valid."""
    given = {name: form.cleaned_data[name] for name in FIELDS if name in form.cleaned_data}
    return Words(
        **given,
        short_text=form.cleaned_data.get("short_text"),
        evidence=tuple(Citing(int(pk), shows.strip()) for pk, shows in typed.evidence),
        replies=tuple(
            Asking(pk=int(line.kept) if line.kept.isdecimal() else None, **line.cleaned_data) for line in replies
        ),
    )


def _languages(chosen: str) -> list[tuple[str, str]]:
    known = [(code, str(name)) for code, name in global_settings.LANGUAGES]
    return known if not chosen or chosen in dict(known) else [*known, (chosen, chosen)]
