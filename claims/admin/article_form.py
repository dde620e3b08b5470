"""A text brought in by hand: pasted, or as a file."""

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from articles.models import Article, Publisher
from articles.parsing import MAX_BYTES, ParsedArticle, ParseError, check_size, parse_html, parse_text
from claims.admin.base import Autocomplete


class AddArticleForm(forms.Form):
    """Reads the text while it is checked, so that what cannot be read is an error beside its field.

    A valid form holds the text as read in `parsed`.
    """

    publisher = forms.ModelChoiceField(label="Publisher", queryset=Publisher.objects.all(), help_text="Search by name")
    text = forms.CharField(
        label="Text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Paste the article as it stands. What surrounds it (menus, share lines) is recognised and left out.",
    )
    file = forms.FileField(
        label="Or a file",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm"}),
        help_text=f".txt or .html, up to {MAX_BYTES // 1_000_000} MB",
    )
    url = forms.URLField(
        label="Address", required=False, max_length=600, assume_scheme="https", help_text="Where it was published"
    )
    title = forms.CharField(
        label="Title", required=False, max_length=300, help_text="Left empty, it is taken from the text."
    )
    published_on = forms.DateField(
        label="Date of publication",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text="Left empty, it is looked for in the text. Words such as “yesterday” are reckoned from it.",
    )
    note = forms.CharField(
        label="Note", required=False, max_length=300, help_text="What readers should know of this text"
    )
    is_public = forms.BooleanField(
        label="Readers may see the whole text",
        required=False,
        help_text="Otherwise they see quotations and the link to the original.",
    )

    parsed: ParsedArticle

    def __init__(self, *args: Any, may_make_public: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_make_public:
            del self.fields["is_public"]
        self.fields["publisher"].widget = Autocomplete(
            Article._meta.get_field("publisher"), admin.site, attrs={"data-width": "100%"}
        )
        self.fields["publisher"].widget.choices = self.fields["publisher"].choices  # type: ignore[attr-defined]  # a model choice

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        text, file = cleaned.get("text", ""), cleaned.get("file")
        if bool(text.strip()) == bool(file):
            self.add_error(
                "text", "Paste the text or choose a file." if not file else "Paste the text or choose a file, not both."
            )
        if self.errors:
            return cleaned
        try:
            parsed = self._read(text, file, url=cleaned["url"])
        except ParseError as error:
            self.add_error("file" if file else "text", str(error))
            return cleaned
        self.parsed = replace(
            parsed,
            title=cleaned["title"] or parsed.title,
            published_on=cleaned["published_on"] or parsed.published_on,
            url=cleaned["url"] or parsed.url,
        )
        return cleaned

    def _read(self, text: str, file: "UploadedFile[Any] | None", *, url: str) -> ParsedArticle:
        today = timezone.localdate()
        if file is None:
            return parse_text(text, today=today)
        name = file.name or ""
        check_size(file.size or 0)
        if name.lower().endswith((".html", ".htm")):
            return parse_html(file.read(), url=url, today=today)
        if name.lower().endswith(".txt"):
            return parse_text(file.read(), name=name, today=today)
        raise ParseError("Only .txt and .html files are read here.")
