"""Records as webhooks tell of them: the same JSON as under /api/v1/."""

from typing import Any

from django.db.models import Model
from django.http import Http404

from claims.api.contradiction_serializers import ContradictionDetailSerializer
from claims.api.serializers import CorrectionSerializer, VerdictSerializer, each
from claims.api.views import ContradictionViewSet, corrected, told_whole
from claims.models import Contradiction, Correction, Verdict


def represent(record: Model) -> dict[str, Any]:
    """A verdict or contradiction as the API shows it at this moment. A withdrawn verdict, which it shows no longer, as
    it was, with the note that says why. Raises Http404 for a contradiction that is not public."""
    if isinstance(record, Contradiction):
        view = ContradictionViewSet()
        found = view.whole(ContradictionViewSet.queryset.all()).filter(pk=record.pk).first()
        if found is None:
            raise Http404
        return dict(ContradictionDetailSerializer().to_representation(found))
    verdicts = told_whole(Verdict.objects.filter(pk=record.pk)).select_related("claim")
    verdict: Any = verdicts.prefetch_related(corrected("claim__verdicts")).get()
    shown = dict(VerdictSerializer().to_representation(verdict))
    if verdict.status == Verdict.Status.WITHDRAWN:
        notes = Correction.objects.filter(verdict=verdict).select_related("verdict__publisher", "made_by")
        shown["corrections"] = each(CorrectionSerializer(), notes.order_by("made_at", "pk"))
    return shown
