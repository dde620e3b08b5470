"""The labels of closed vocabularies, listed for whoever translates them.

`claims.vocabulary` is pure, and the labels of the models are the desk's, which is in English: what readers see of them
is looked up by the filter `localised` when a page is drawn.
"""

from django.utils.translation import gettext_noop as _

LABELS = (
    # ContradictionKind
    _("Attribution"),
    _("Causal"),
    _("Characterisation"),
    _("Modality"),
    _("Numeric"),
    _("Participant"),
    _("Polarity"),
    _("Self"),
    _("Temporal"),
    _("Verdict"),
    # Gate
    _("Apparent"),
    _("Needs scope"),
    _("Real"),
    # Resolution
    _("Complementary"),
    _("Different as of"),
    _("Different body or scope"),
    _("Different definition or method"),
    _("Different event"),
    _("Different version"),
    _("Duplicate"),
    _("Fabrication"),
    _("Figure superseded"),
    _("Genuinely disputed"),
    _("Insufficient evidence"),
    _("Misattribution"),
    _("Not comparable"),
    _("Position changed"),
    _("Rounding or precision"),
    _("Source error"),
    _("Wording or translation"),
    # ContradictionStatus
    _("Dismissed"),
    _("Open"),
    _("Resolved"),
    _("Suggested"),
    _("Under review"),
    # EventKind
    _("Accident"),
    _("Attack"),
    _("Conflict"),
    _("Disaster"),
    _("Economy"),
    _("Election"),
    _("Meeting"),
    _("Other"),
    _("Protest"),
    _("Statement"),
    _("Vote"),
    # SourceKind
    _("Organisation"),
    _("Person"),
    _("State"),
    _("Unnamed"),
    # Correction.Kind
    _("Clarification"),
    _("Correction"),
    _("Taken up again"),
    _("Update"),
    _("Withdrawal"),
    # Evidence.Kind
    _("Primary source"),
    _("Secondary source"),
    # RollCallVote.Choice
    _("Abstained"),
    _("Did not vote"),
    _("No"),
    _("Yes"),
    # Publisher.Kind
    _("Another fact-checking desk"),
    _("Forum or social platform"),
    _("News agency"),
    _("News outlet"),
    _("Official body"),
    _("Our own desk"),
    # ReplyRequest.Channel
    _("by e-mail"),
    _("by letter"),
    _("by message"),
    _("by phone"),
    _("in person"),
    _("through the press office"),
)
