"""Word lists that the rules of measuring share: lemmas, in small letters."""

PERSONS = frozenset(
    "people person man woman child civilian soldier troop serviceman servicewoman fighter militant rebel member protester "
    "demonstrator marcher worker officer policeman police victim passenger crew student resident villager migrant refugee "
    "journalist hostage prisoner citizen national girl boy family guard employee official miner firefighter medic doctor "
    "patient teacher tourist pilgrim worshipper inmate combatant gunman attacker suspect other supporter participant "
    "attendee fan spectator voter adult teenager infant baby youth elder individual human soul life male female staff "
    "personnel conscript recruit mercenary paramilitary reservist veteran sailor marine pilot half rest".split()
)
TROOPS = frozenset(
    "troop soldier serviceman servicewoman fighter mercenary personnel reservist conscript recruit paramilitary marine "
    "force peacekeeper combatant".split()
)
CROWD_NOUNS = frozenset("turnout crowd marcher protester demonstrator attendance rallygoer attendee participant".split())
CROWD_VERBS = frozenset("march protest demonstrate rally gather attend join turn assemble congregate participate throng".split())
CROWD_PHRASES = ("took part", "take part", "taking part", "taken part", "come out", "came out", "took to the streets", "in the street")
GATHERINGS = frozenset("march rally protest demonstration vigil parade procession".split())
AIRCRAFT = frozenset("aircraft plane jet airplane aeroplane airliner jetliner warplane".split())
ABOARD = frozenset("passenger crew".split())
KILL = frozenset("kill die perish murder slay massacre drown".split())
DEAD = frozenset("dead death fatality body toll corpse deceased".split())
INJURE = frozenset("injure wound hurt maim injury".split())
MISSING = frozenset("missing unaccounted".split())
CASUALTY = frozenset("casualty losses".split())
OTHER_FATES = frozenset(
    "kidnap abduct arrest detain rescue evacuate displace hospitalise hospitalize capture free release injure trap "
    "infect flee strand deport expel imprison jail vaccinate".split()
)
LENGTHS = {  # to kilometres
    "km": "1", "kilometre": "1", "kilometer": "1", "mile": "1.609344", "metre": "0.001", "meter": "0.001", "m": "0.001",
    "foot": "0.0003048", "ft": "0.0003048",
}  # fmt: skip
DURATIONS = frozenset("second minute hour day week month year decade century".split())
DEPTH = frozenset("depth deep surface underground".split())
QUAKE = frozenset("quake earthquake magnitude richter tremor aftershock seismological seismic".split())
MARGIN = frozenset("margin majority".split())
MOTIONS = frozenset(
    "resolution text motion amendment measure bill draft deal plan agreement proposal call demand wording declaration law "
    "legislation treaty budget package document version paper statement pact accord referendum nomination".split()
)
