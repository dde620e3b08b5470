"""What programs hand in, and what became of it: /api/v1/submissions/, for keys with the scope `submit`."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.parsers import BaseParser

from articles.api.fields import ApiUrl, Word
from articles.parsing import MAX_BYTES, ParseError
from articles.parsing.decode import check_size, decode
from claims.actions import editing, submitting
from claims.api.errors import BadBodyError
from claims.api.evidence_serializers import EvidenceBody, SubmittedEvidenceSerializer
from claims.api.parsers import ShallowJSONParser
from claims.api.writing import LARGEST, Body, Writing, step
from claims.models import Evidence, Submission, User
from claims.vocabulary import Modality, SourceKind, Stance


class PageParser(BaseParser):
    """A whole web page as the body; its address and publisher are parameters then."""

    media_type = "text/html"

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> dict[str, Any]:
        data = stream.read(MAX_BYTES + 1)
        try:
            check_size(len(data))
            page = decode(data)
        except ParseError as error:
            raise BadBodyError({"html": [str(error)]}) from error
        request = (parser_context or {})["request"]
        return {
            "html": page,
            **{name: request.query_params[name] for name in PARAMETERS if name in request.query_params},
        }


PARAMETERS = ("url", "publisher")


class ArticleBody(Body):
    """An article: its `text`, its `html`, or only the `url` to fetch it from. What is not said is looked for in it."""

    url = serializers.URLField(max_length=600, allow_blank=True, default="")
    text = serializers.CharField(max_length=MAX_BYTES, allow_blank=True, default="", trim_whitespace=False)
    html = serializers.CharField(max_length=MAX_BYTES, allow_blank=True, default="", trim_whitespace=False)
    publisher = serializers.CharField(max_length=200, allow_blank=True, default="", help_text="Its name")
    title = serializers.CharField(max_length=300, allow_blank=True, default="")
    byline = serializers.CharField(max_length=200, allow_blank=True, default="")
    language = serializers.RegexField(r"^([a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*)?$", max_length=16, default="")
    published_on = serializers.DateField(allow_null=True, default=None)


class ClaimBody(Body):
    """Words of an article, and the claim that they make."""

    article = serializers.IntegerField(min_value=1, max_value=LARGEST, help_text="Id of an article")
    quote = serializers.CharField(max_length=5000, trim_whitespace=False, help_text="The exact words")
    start = serializers.IntegerField(min_value=0, max_value=2**31 - 1, allow_null=True, default=None)
    claim = serializers.IntegerField(min_value=1, max_value=LARGEST, allow_null=True, default=None)
    text = serializers.CharField(max_length=5000, allow_blank=True, default="", help_text="Words of a new claim")
    speaker = serializers.CharField(max_length=200, allow_blank=True, default="", help_text="Empty: the outlet itself")
    speaker_kind = serializers.ChoiceField(choices=SourceKind.choices(), default=SourceKind.PERSON.value)
    stance = serializers.ChoiceField(choices=Stance.choices(), default=Stance.ASSERTS.value)
    modality = serializers.ChoiceField(choices=Modality.choices(), default=Modality.ACTUAL.value)
    said_on = serializers.DateField(allow_null=True, default=None)


class SubmissionSerializer(serializers.Serializer[Submission]):
    """What was handed in, and what became of it. Ask again until it is `done` or `failed`."""

    id = serializers.UUIDField()
    api_url = ApiUrl("submission")
    kind = Word("SubmissionKind", Submission.Kind.choices)
    status = Word("SubmissionStatus", Submission.Status.choices)
    problem = serializers.CharField(allow_null=True, help_text="Why it was not taken in")
    article = serializers.IntegerField(source="article_id", allow_null=True, help_text="Id of the article")
    claim = serializers.IntegerField(allow_null=True, help_text="Id of the claim that was suggested")
    submitted_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    edition = serializers.IntegerField(read_only=True, help_text="The number of its newest line of history")


class Submissions(Writing):
    """One's own submissions."""

    rows = Submission.objects.all()
    serializer_class = SubmissionSerializer
    scope: ClassVar[str] = "submit"
    lookup_value_regex = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    keyed_by_uuid = True

    def get_queryset(self) -> QuerySet[Submission]:
        return self.rows.filter(user=self.actor)

    def parameters(self) -> tuple[str, ...]:
        is_page = self.action == "articles" and self.request.content_type.startswith("text/html")
        return PARAMETERS if is_page else ()

    @action(detail=False, methods=["post"], parser_classes=[ShallowJSONParser, PageParser])
    @step(ArticleBody, status=202, on_record=False)
    def articles(self, *, by: User, published_on: Any, **given: Any) -> Submission:
        """Hand in an article as JSON, or as a web page with `url` and `publisher` as parameters."""
        day = published_on.isoformat() if published_on else ""
        return submitting.submit_article(by=by, given={**given, "published_on": day})

    @action(detail=False, methods=["post"])
    @step(ClaimBody, status=202, on_record=False)
    def claims(self, *, by: User, said_on: Any, **given: Any) -> Submission:
        """Hand in a claim that an article makes, as a suggestion."""
        return submitting.submit_claim(by=by, given={**given, "said_on": said_on.isoformat() if said_on else ""})


class SubmittedEvidence(Writing):
    """Documents that programs put on record. Readers see one once a verdict or contradiction of the desk cites it."""

    rows = Evidence.objects.all()
    serializer_class = SubmittedEvidenceSerializer
    has_addresses = False
    scope: ClassVar[str] = "submit"

    @step(EvidenceBody, status=201, on_record=False)
    def create(self, *, by: User, source_url: str, **fields: Any) -> Evidence:
        """Put a document on record, for the desk to cite."""
        return editing.record_evidence(evidence=Evidence(url=source_url, **fields), by=by)
