"""States beyond what ISO 3166 lists: the short names, adjectives and seats of government that news uses.

Keys are casefolded and without a leading article; values are the short English names that the rest of the code shows.
"""

_SHORT = """
russian federation = Russia
united states = United States | u.s. | us | usa | u.s.a. | america | united states of america
united kingdom = United Kingdom | uk | u.k. | britain | great britain
korea, democratic people's republic of = North Korea | north korea | dprk
korea, republic of = South Korea | south korea | republic of korea
iran, islamic republic of = Iran | iran
syrian arab republic = Syria | syria
viet nam = Vietnam | vietnam
lao people's democratic republic = Laos | laos
moldova, republic of = Moldova | moldova
tanzania, united republic of = Tanzania | tanzania
venezuela, bolivarian republic of = Venezuela | venezuela
bolivia, plurinational state of = Bolivia | bolivia
palestine, state of = Palestine | palestine
taiwan, province of china = Taiwan | taiwan
türkiye = Turkey | turkey | turkiye
czechia = Czechia | czech republic | the czech republic
congo, the democratic republic of the = DR Congo | dr congo | drc | democratic republic of the congo
congo = Congo | republic of the congo
côte d'ivoire = Ivory Coast | ivory coast | cote d'ivoire
brunei darussalam = Brunei | brunei
micronesia, federated states of = Micronesia | micronesia
cabo verde = Cape Verde | cape verde
eswatini = Eswatini | swaziland
holy see (vatican city state) = Holy See | holy see | vatican
north macedonia = North Macedonia | macedonia
myanmar = Myanmar | burma
timor-leste = Timor-Leste | east timor
united arab emirates = United Arab Emirates | uae | u.a.e. | emirates
china = China | people's republic of china | prc
netherlands, kingdom of the = Netherlands | netherlands | holland
saudi arabia = Saudi Arabia | ksa
kosovo = Kosovo
european union = European Union | eu | e.u. | europe
"""

_ADJECTIVES = """
Afghanistan afghan; Albania albanian; Algeria algerian; Argentina argentine argentinian; Armenia armenian;
Australia australian aussie; Austria austrian; Azerbaijan azerbaijani azeri; Bahrain bahraini; Bangladesh bangladeshi;
Belarus belarusian belarussian; Belgium belgian; Bolivia bolivian; Botswana botswanan; Brazil brazilian;
United Kingdom british briton brit; Bulgaria bulgarian; Myanmar burmese; Burundi burundian; Cambodia cambodian;
Cameroon cameroonian; Canada canadian; Chad chadian; Chile chilean; China chinese; Colombia colombian;
Congo congolese; Costa Rica costa-rican; Croatia croatian croat; Cuba cuban; Cyprus cypriot; Czechia czech;
Denmark danish dane; Dominican Republic dominican; Netherlands dutch; Ecuador ecuadorian ecuadorean; Egypt egyptian;
United Arab Emirates emirati; Eritrea eritrean; Estonia estonian; Ethiopia ethiopian; European Union european;
Fiji fijian; Philippines philippine filipino; Finland finnish finn; France french; Gabon gabonese; Georgia georgian;
Germany german; Ghana ghanaian; Greece greek; Guatemala guatemalan; Guinea guinean; Haiti haitian;
Honduras honduran; Hungary hungarian; Iceland icelandic icelander; India indian; Indonesia indonesian; Iran iranian;
Iraq iraqi; Ireland irish; Israel israeli; Italy italian; Ivory Coast ivorian; Jamaica jamaican; Japan japanese;
Jordan jordanian; Kazakhstan kazakh kazakhstani; Kenya kenyan; Kosovo kosovar; Kuwait kuwaiti; Kyrgyzstan kyrgyz;
Laos lao laotian; Latvia latvian; Lebanon lebanese; Liberia liberian; Libya libyan; Lithuania lithuanian;
Luxembourg luxembourgish; North Macedonia macedonian; Malawi malawian; Malaysia malaysian; Mali malian;
Malta maltese; Mauritania mauritanian; Mexico mexican; Moldova moldovan; Mongolia mongolian; Montenegro montenegrin;
Morocco moroccan; Mozambique mozambican; Namibia namibian; Nepal nepali nepalese; New Zealand new-zealander kiwi;
Nicaragua nicaraguan; Niger nigerien; Nigeria nigerian; North Korea north-korean; Norway norwegian; Oman omani;
Pakistan pakistani; Palestine palestinian; Panama panamanian; Paraguay paraguayan; Peru peruvian; Poland polish pole;
Portugal portuguese; Qatar qatari; Romania romanian; Russia russian; Rwanda rwandan; Saudi Arabia saudi saudi-arabian;
Senegal senegalese; Serbia serbian serb; Singapore singaporean; Slovakia slovak slovakian; Slovenia slovenian slovene;
Somalia somali; South Africa south-african; South Korea south-korean; South Sudan south-sudanese; Spain spanish;
Sri Lanka sri-lankan; Sudan sudanese; Sweden swedish swede; Switzerland swiss; Syria syrian; Taiwan taiwanese;
Tajikistan tajik; Tanzania tanzanian; Thailand thai; Tunisia tunisian; Turkey turkish turk; Turkmenistan turkmen;
Uganda ugandan; Ukraine ukrainian; United States american; Uruguay uruguayan; Uzbekistan uzbek;
Venezuela venezuelan; Vietnam vietnamese; Yemen yemeni; Zambia zambian; Zimbabwe zimbabwean
"""

_SEATS = """
Russia: moscow, kremlin
United States: washington, white house, pentagon, state department, capitol hill
United Kingdom: london, downing street, whitehall
European Union: brussels
Ukraine: kyiv, kiev
Netherlands: hague, the hague
Taiwan: taipei
South Korea: seoul, blue house
France: paris, elysee, élysée
India: new delhi, delhi
Malaysia: putrajaya, kuala lumpur
China: beijing
Germany: berlin
Japan: tokyo
North Korea: pyongyang
Iran: tehran
Turkey: ankara
Israel: jerusalem
Pakistan: islamabad
Saudi Arabia: riyadh
Qatar: doha
Egypt: cairo
Poland: warsaw
Hungary: budapest
Canada: ottawa
Australia: canberra
Brazil: brasilia
Syria: damascus
Iraq: baghdad
Belarus: minsk
Spain: madrid
Italy: rome
Austria: vienna
Venezuela: caracas
Cuba: havana
Lebanon: beirut
Jordan: amman
Afghanistan: kabul
Vietnam: hanoi
Indonesia: jakarta
Philippines: manila
Thailand: bangkok
Serbia: belgrade
Greece: athens
Sweden: stockholm
Norway: oslo
Finland: helsinki
Denmark: copenhagen
Argentina: buenos aires
Mexico: mexico city
Sudan: khartoum
Ethiopia: addis ababa
Kenya: nairobi
Nigeria: abuja
South Africa: pretoria
"""


def _aliases() -> dict[str, str]:
    table = {}
    for line in _SHORT.strip().splitlines():
        iso, _, forms = line.partition(" = ")
        short, *others = forms.split(" | ")
        table.update(dict.fromkeys([iso, *others, short.casefold()], short))
    return table


def _entries(block: str) -> list[tuple[str, str]]:
    """Pairs of a state's name (its capitalised words) and the rest of the entry."""
    pairs = []
    for entry in block.replace("\n", " ").split(";"):
        words = entry.split()
        count = next(number for number, word in enumerate(words) if not word[0].isupper())
        pairs.append((" ".join(words[:count]), " ".join(words[count:])))
    return pairs


ALIASES = _aliases()
"""Short and ISO names to the name shown: {"u.s.": "United States"}."""

DEMONYMS = {word.replace("-", " "): state for state, words in _entries(_ADJECTIVES) for word in words.split()}
"""Adjectives and names of a people, in the singular: {"russian": "Russia"}."""

METONYMS = {
    seat: state
    for line in _SEATS.strip().splitlines()
    for state, _, seats in [line.partition(": ")]
    for seat in seats.split(", ")
}
"""Capitals and seats of government that speak and act for a state: {"kremlin": "Russia"}."""
