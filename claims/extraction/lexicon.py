"""Word lists that the rules of measuring share: lemmas, in small letters."""


def words(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())


PERSONS = words(
    """
    people person man woman child civilian soldier troop serviceman servicewoman fighter militant rebel member
    protester demonstrator marcher worker officer policeman police victim passenger crew student resident
    villager migrant refugee journalist hostage prisoner citizen national girl boy family guard employee
    official miner firefighter medic doctor patient teacher tourist pilgrim worshipper inmate combatant gunman
    attacker suspect other supporter participant attendee fan spectator voter adult teenager infant baby youth
    elder individual human soul life male female staff personnel conscript recruit mercenary paramilitary
    reservist veteran sailor marine pilot half rest
    """
)
TROOPS = words(
    """
    troop soldier serviceman servicewoman fighter mercenary personnel reservist conscript recruit paramilitary
    marine force peacekeeper combatant
    """
)
CROWD_NOUNS = words(
    """
    turnout crowd marcher protester demonstrator attendance rallygoer attendee participant
    """
)
CROWD_VERBS = words(
    """
    march protest demonstrate rally gather attend join turn assemble congregate participate throng
    """
)
CROWD_PHRASES = (
    "took part",
    "take part",
    "taking part",
    "taken part",
    "come out",
    "came out",
    "took to the streets",
    "in the street",
)
AIRCRAFT = words("aircraft plane jet airplane aeroplane airliner jetliner warplane")
ABOARD = words("passenger crew")
KILL = words("kill die perish murder slay massacre drown")
DEAD = words("dead death fatality body toll corpse deceased")
INJURE = words("injure wound hurt maim injury")
MISSING = words("missing unaccounted")
CASUALTY = words("casualty losses")
OTHER_FATES = words(
    """
    kidnap abduct arrest detain rescue evacuate displace hospitalise hospitalize capture free release injure
    trap infect flee strand deport expel imprison jail vaccinate
    """
)
DEPTH = words("depth deep surface underground")
QUAKE = words("quake earthquake magnitude richter tremor aftershock seismological seismic")
MARGIN = words("margin majority")
MOTIONS = words(
    """
    resolution text motion amendment measure bill draft deal plan agreement proposal call demand wording
    declaration law legislation treaty budget package document version paper statement pact accord referendum
    nomination
    """
)
