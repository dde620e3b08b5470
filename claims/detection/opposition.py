"""Whether one sentence denies what another affirms: compares propositions, concept by concept."""

from claims.detection.opposites import bare
from claims.detection.propositions import Clause, Proposition, proposition
from claims.detection.synonyms import LIGHT, MUTUAL, alike
from claims.detection.wording import stem
from claims.extraction.lexicon import words

_GENERIC = frozenset(
    map(stem, words("official person anyone anybody someone somebody anything something kind sort thing"))
)
"""Stand for whoever it was: "no official came" is contradicted by "the minister came"."""
_ACTS = frozenset(alike().values())
_FEW, _ENOUGH = 2, 4
"""Concepts that two sentences share at least, of one happening and of any."""
_STRETCH = 3
"""Concepts over which those of a denial may be spread, for each of them and once more."""
_ONE_IN = 4
"""Of this many concepts one may be missing, of one happening."""


def of_one_happening(one: str, other: str) -> bool:
    """Whether two sentences affirm something of the same people doing the same: one who leads both, another name, and
    two more words in common, a quarter of the shorter at least.

    Fires on "Silva flew to Lima in secret and met the king" and "Ana Silva and her aide flew in secret to Lima". Leaves
    alone what others did there, and what is planned or denied.
    """
    left, right = proposition(one), proposition(other)
    shared = left.concepts & right.concepts
    if left.denials or right.denials or not left.lead & right.lead or len(shared) < _ENOUGH:
        return False
    sides = left.affirmation(), right.affirmation()
    named = (set(sides[0].names) | left.lead) & (set(sides[1].names) | right.lead)
    enough = len(named) >= _FEW and len(shared - named) >= _FEW
    quarter = len(shared) * 4 >= min(len(left.concepts), len(right.concepts))
    return enough and quarter and not sides[0].hedges | sides[1].hedges and not sum(_flips(*sides))


def opposed(one: str, other: str, *, close: bool) -> int:
    """1 where `one` affirms and `other` denies it or says its opposite, -1 the other way round, 0 where neither.

    `close` says that both are known to be about one happening: then fewer words must be shared. Fires on "no delegate
    met the envoy" against "two delegates met the envoy in Lima" and on "the bank raised its rate" against "the bank cut
    its rate". Leaves alone "they did not meet in Lima" against "they met", other names or figures on either side, and
    what is hoped, planned or asked against what is.
    """
    left, right = proposition(one), proposition(other)
    turned = left.passive != right.passive
    by_left = any(_includes(right, denied, turned, close) for denied in left.denials)
    by_right = any(_includes(left, denied, turned, close) for denied in right.denials)
    return by_right - by_left or (0 if by_left else _says_opposite(left, right, close))


def repeated(one: str, other: str, *, close: bool) -> bool:
    """Whether `other` affirms all that `one` affirms, so that who denies the one contradicts the other."""
    left, right = proposition(one), proposition(other)
    return not left.denials and _includes(right, left.affirmation(), left.passive != right.passive, close)


def _includes(other: Proposition, part: Clause, turned: bool, close: bool) -> bool:
    """Whether a sentence affirms all of what another denies, its names and figures without exception."""
    affirmed = other.affirmation(part.head)
    acts = affirmed.acts & {part.head}
    free = _GENERIC | LIGHT if part.total and part.head not in LIGHT else _GENERIC
    if not part.scope - free <= other.concepts | acts and not part.fuller:
        return False
    need = part.concepts - free
    missing = need - affirmed.concepts - acts - _forenames(part, affirmed)
    if (set(part.names) | part.numbers | part.scope) & missing or need <= {*part.names, part.initial}:
        return False
    hedges = affirmed.hedges if not acts else frozenset()
    if part.hedges != hedges and not (part.refusal and hedges == part.hedges | {"agree"}):
        return False
    mutual = part.head in MUTUAL
    return (
        (_none_of_it(part, need, missing, close) or _enough(need, missing, part.names, len(affirmed.concepts), close))
        and _near(need, affirmed)
        and (turned or mutual or _same_order(part, affirmed))
        and sum(_flips(part, affirmed)) % 2 == 0
    )


def _says_opposite(one: Proposition, other: Proposition, close: bool) -> int:
    if one.denials or other.denials or not one.sided | other.sided:
        return 0
    if len(one.concepts & other.concepts) < _FEW - 1:
        return 0
    left, right = one.affirmation(), other.affirmation()
    shorter, longer = sorted((left, right), key=lambda clause: (len(clause.concepts), sorted(clause.concepts)))
    missing = shorter.concepts - longer.concepts
    flips = _flips(left, right)
    if left.hedges != right.hedges or sum(flips) % 2 == 0:
        return 0
    if (set(shorter.names) | shorter.numbers) & missing or not _enough(
        shorter.concepts, missing, shorter.names, len(longer.concepts), close
    ):
        return 0
    if one.passive == other.passive and not _same_order(left, right):
        return 0
    return 1 if flips[0] > flips[1] else -1


def _enough(need: frozenset[str], missing: frozenset[str], names: tuple[str, ...], size: int, close: bool) -> bool:
    if close:
        few = _FEW if names or size <= 2 * len(need) else _FEW + 1
        return len(need) - len(missing) >= few and len(missing) <= len(need) // _ONE_IN
    return not missing and len(need) >= _ENOUGH and bool(names)


def _none_of_it(part: Clause, need: frozenset[str], missing: frozenset[str], close: bool) -> bool:
    """Whether there is said to have been no such act at all, of one happening: "Silva gave no assurance" is against
    "Silva has promised to leave". Leaves alone "no member came", which is no act, and "no deal", which names nothing
    else."""
    return close and part.total and part.head in need and part.head in _ACTS and len(need) >= _FEW and not missing


def _forenames(part: Clause, other: Clause) -> set[str]:
    """Capitalised words that `other` may leave out: those before a name that stands alone there ("Ana Silva", "Silva").
    Leaves alone what tells two names apart ("the Red Party", "the Blue Party")."""
    led = {name for _, name in other.fuller}
    free: set[str] = set()
    for first, name in reversed(part.fuller):
        if name in free or (name in other.concepts and name not in led):
            free.add(first)
    return free


def _near(wanted: frozenset[str], clause: Clause) -> bool:
    """Whether the wanted concepts stand together: a long sentence may have all of them in passing."""
    places = [place for place, (concept, _) in enumerate(clause.sides) if concept in wanted]
    return not places or places[-1] - places[0] <= _STRETCH * (len(wanted) + 1)


def _flips(one: Clause, other: Clause) -> tuple[int, int]:
    """How many words of `one` are the positive ones of two opposites, and how many those of `other` are. A word that
    takes both sides in one text counts for none."""
    left, right = _plain_sides(one), _plain_sides(other)
    only_left, only_right = one.concepts - other.concepts, other.concepts - one.concepts
    of_one = sum(side > right[concept] for concept, side in left.items() if concept in right)
    of_other = sum(side < right[concept] for concept, side in left.items() if concept in right)
    return (
        of_one + sum(bare(word) in only_left for word in only_right),
        of_other + sum(bare(word) in only_right for word in only_left),
    )


def _plain_sides(clause: Clause) -> dict[str, int]:
    found: dict[str, set[int]] = {}
    for concept, side in clause.sides:
        if side:
            found.setdefault(concept, set()).add(side)
    return {concept: next(iter(sides)) for concept, sides in found.items() if len(sides) == 1}


def _same_order(one: Clause, other: Clause) -> bool:
    """Whether of the names that both have the same comes first, so that who does it to whom is the same."""
    left, right = (one.initial, *one.names), (other.initial, *other.names)
    first = next((name for name in left if name in right), "")
    return first == next((name for name in right if name in left), "")
