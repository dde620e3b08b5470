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
    commander leader chief defender captive detainee martyr survivor tenant occupant neighbour neighbor
    inhabitant local schoolchild schoolgirl schoolboy pupil toddler grandchild son daughter brother sister mother father
    parent relative couple driver cyclist pedestrian motorist passer-by bystander diver climber skier hiker swimmer
    fisherman sailor seafarer seaman crewman crewmember mariner nurse engineer labourer laborer farmer shepherd trader
    vendor shopper guest diplomat politician activist journalist reporter terrorist insurgent extremist jihadist
    guerrilla jihadi assailant bomber hijacker criminal gangster smuggler infiltrator airman paratrooper policewoman
    constable cadet sergeant general colonel captain major lieutenant peacekeeper settler
    monk nun priest cleric worker builder operator rescuer lifeguard holidaymaker evacuee expatriate foreigner
    countryman compatriot prisoner-of-war pow internee deportee casualty aide delegate lawmaker minister scientist
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
    march protest demonstrate rally gather attend join turn assemble congregate participate throng flock parade
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
    "on the street",
    "were out today",
    "were out on",
    "persons present",
    "people present",
    "were present",
    "been present",
    "in attendance",
    "had come out",
)
DRAWING = words("draw attract fill pack flood swell")
"""Verbs that tell of a crowd only where the figure is their subject or object: "100,000 filled the square"."""
GATHERING = words("turnout crowd demonstration protest march rally procession parade vigil demonstrate protester")
"""Words of a sentence about a crowd, after which bare figures count people."""
AIRCRAFT = words("aircraft plane jet airplane aeroplane airliner jetliner warplane")
ABOARD = words("passenger crew")
KILL = words(
    "kill die perish murder slay massacre drown martyr neutralise neutralize assassinate behead electrocute suffocate"
)
DEAD = words("dead death fatality body toll corpse deceased martyr martyrdom")
INJURE = words("injure wound hurt maim injury harm hospitalise hospitalize")
MISSING = words("missing unaccounted")
VANISH = words("disappear vanish")
RESCUE = words("rescue pluck save survive")
DETAIN = words("arrest detain apprehend")
RELEASE = words("release free")
CAPTIVES = words("prisoner captive pow pows hostage detainee soldier")
BODIES = words("body corpse remains")
CASUALTY = words("casualty losses")
OTHER_FATES = words(
    """
    kidnap abduct evacuate displace capture trap infect flee strand deport expel imprison
    jail vaccinate
    """
)
JUDGED = words("convict sentence charge indict accuse prosecute fine suspend interview question vaccinate test infect")
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
