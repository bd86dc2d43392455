"""What English counts with: a phrase, and the claims that it makes.

A row is a text and its claims, each as "low-high measure object". An open bound is left out ("541-" is at
least 541), "~" marks an approximate one. An empty list is a number that is no claim.
"""

import pytest

from counterclaim.extraction import extract
from counterclaim.model import Claim, Conflict, Document
from counterclaim.partial_date import PartialDate

NUMBERS = [
    ("The shelling killed 5 soldiers.", ["5-5 killed person.military"]),
    ("The blast killed some three dozen people.", ["36-36~ killed person"]),
    ("A dozen and a half people were killed.", ["18-18 killed person"]),
    ("The fighting displaced 2.3 thousand people.", ["2300-2300 displaced person"]),
    ("Half a million people fled.", ["500000-500000 displaced person"]),
    ("The toll stands at 14 000 dead.", ["14000-14000 killed person"]),
    ("One hundred and sixteen houses were destroyed.", ["116-116 destroyed structure.house"]),
    ("The war left 300,000–500,000 people displaced.", ["300000-500000 displaced person"]),
    ("Between 10 and 12 tanks were destroyed.", ["10-12 destroyed materiel.tank"]),
    ("Two or three civilians were wounded.", ["2-3 wounded person.civilian"]),
    ("A pair of drones were shot down.", ["2-2 destroyed materiel.uav"]),
    ("The army lost a score of tanks.", ["20-20 lost materiel.tank"]),
    ("A woman who had been wounded in the strike died on Monday.", ["1-1 killed person"]),
    ("Two men who were wounded in the strike have died.", ["2-2 killed person"]),
    (
        "Two men who had been wounded were treated, and three died.",
        ["2-2 wounded person", "3-3 killed person"],
    ),
    ("Four people died when their car struck two anti-tank mines.", ["4-4 killed person"]),
    ("The air force lost an aircraft.", ["1-1 lost materiel.aircraft"]),
    ("The air force denies having lost an aircraft.", ["1-1 lost materiel.aircraft"]),
    (
        "The number of houses damaged rose from 15 to 27.",
        ["15-15 damaged structure.house", "27-27 damaged structure.house"],
    ),
    ("The number of drones shot down stands at 27.", ["27-27 destroyed materiel.uav"]),
    ("The number of soldiers killed is 27.", ["27-27 killed person.military"]),
    ("It counts 5,800 destroyed private properties.", ["5800-5800 destroyed structure"]),
    ("It counts 520 destroyed private cars.", ["520-520 destroyed materiel.vehicle"]),
    (
        "Ten vehicles were destroyed, one T-90 tank among them. It adds four aircraft and 17 drones.",
        [
            "10-10 destroyed materiel.vehicle",
            "1-1 destroyed materiel.tank",
            "4-4 destroyed materiel.aircraft",
            "17-17 destroyed materiel.uav",
        ],
    ),
    (
        "Ten vehicles were destroyed. It adds that it has four aircraft.",
        ["10-10 destroyed materiel.vehicle", "4-4 other materiel.aircraft"],
    ),
]

BOUNDS = [
    ("At least 541 fighters were killed.", ["541- killed person.military"]),
    ("More than 5,000 soldiers were killed.", ["5001- killed person.military"]),
    ("No fewer than 20,027 pieces of equipment were lost.", ["20027- lost materiel"]),
    ("Upwards of 130,000 people have been uprooted.", ["130001- displaced person"]),
    ("Up to 30 people were killed.", ["-30 killed person"]),
    ("Fewer than 10 civilians were killed.", ["-9 killed person.civilian"]),
    ("As many as 30 people have been killed.", ["30-30 killed person"]),
    ("Nearly 60 soldiers were captured.", ["60-60~ captured person.military"]),
    ("Just under 2,000 soldiers were deployed.", ["2000-2000~ deployed person.military"]),
    ("An estimated 1.9 million people were displaced.", ["1900000-1900000~ displaced person"]),
    ("740 or more civilians were killed.", ["740- killed person.civilian"]),
    ("Dozens of civilians were killed.", ["24-~ killed person.civilian"]),
    ("Scores of soldiers were wounded.", ["40-~ wounded person.military"]),
    ("Hundreds of houses were damaged.", ["200-~ damaged structure.house"]),
    ("Several journalists were wounded.", ["3-~ wounded person.journalist"]),
    ("Tens of thousands of people fled.", ["20000-~ displaced person"]),
    ("No civilians were killed.", ["0-0 killed person.civilian"]),
    ("The toll has gone up to 19 dead.", ["19-19 killed person"]),
    ("The number of wounded exceeded 100.", ["101- wounded person"]),
]

NO_COUNTS = [
    "It was a drone, said one of the aid workers.",
    "The raid was bloody, with one reporting a fire.",
    "A man aged 45 was seen.",
    "The talks lasted 10 hours.",
    "Troops advanced 25 kilometres.",
    "About 41% of them agreed.",
    "It happened at 8.05 a.m. on Monday.",
    "The 155 mm gun was fired.",
    "Resolution 822 was adopted.",
    "Article 18 protects hospitals.",
    "The T-72 and the Su-25 are old.",
    "The war of 1994 ended.",
    "Three of the countries met.",
    "Both leaders spoke to nine organisations.",
    "The law bars men of over 18 from leaving.",
    "The clerk had exchanged the two numbers.",
    "The guns fell silent at about one in the morning.",
    "There weren't 200 or even 500 deaths.",
    "There were not 80 deaths in Kandy.",
    "The minister said that Iraq had not lost 200 tanks.",
    "The agency expects as many as 200,000 refugees.",
    "The air force intercepted 71 of 103 missiles.",
    "There was no confirmation of how many people were killed.",
    "He was shot in Sulu, one of five provinces.",
    "The two rival commanders agreed on a truce.",
    "They kept watch over 130 ballots.",
    "One resident said that the camp burned.",
    "They recovered the sum of N340,000.",
    "Peruvian soldiers strayed close to the border, (2) on Monday.",
    "Shells fell on the town, according to two security sources.",
]

FAR_HEADS = [
    (
        "UN experts put the foreign soldiers in the east of the country at around 4,000.",
        ["4000-4000~ other person.military"],
    ),
    (
        "The army said 22 rebels were killed; the rebels conceded 14.",
        ["22-22 killed person.military", "14-14 killed person.military"],
    ),
    (
        "The strike killed 5 soldiers and 12 civilians and wounded 30 people.",
        ["5-5 killed person.military", "12-12 killed person.civilian", "30-30 wounded person"],
    ),
    (
        "Twelve civilians were killed and more than 40 wounded.",
        ["12-12 killed person.civilian", "41- wounded person"],
    ),
    (
        "The attack left 70 people dead and around 100 wounded.",
        ["70-70 killed person", "100-100~ wounded person"],
    ),
    # A part takes the noun of its whole; a bound after the noun; a town of so many; no other, and no name.
    ("Six of its 20 tanks were destroyed.", ["6-6 destroyed materiel.tank"]),
    ("A hundred of their 300 men were called home.", ["100-100 other person"]),
    ("The UN spoke of 200 victims or more.", ["200- killed person"]),
    ("It has uprooted two million people or more.", ["2000000- displaced person"]),
    ("The war has taken over 20,000 lives.", ["20001- killed person"]),
    ("They entered Goma, a city of more than a million.", ["1000001- other person"]),
    ("Massacres have followed one another at a pace.", []),
    ("They rang one hospital after another.", []),
    ("Operation 1027 began.", []),
    # A question is answered by figures alone; so is a toll of this morning, and what a tally stood at.
    (
        "Nobody agrees on how many people died. Up to 600, says a report.",
        ["-600 killed person"],
    ),
    (
        "Seven civilians died. The army had announced three this morning.",
        ["7-7 killed person.civilian", "3-3 killed person.civilian"],
    ),
    ("How many dead? About 100, a monitor wrote.", ["100-100~ killed person"]),
    # A verb past a long aside; with whom a fight was; two kinds before a noun; machines that may be men.
    (
        "Twenty hostages, including ten soldiers and four civilians, were killed.",
        ["20-20 killed person", "10-10 killed person.military", "4-4 killed person.civilian"],
    ),
    (
        "Twelve people were wounded in a firefight with more than 120 rebels.",
        ["12-12 wounded person", "121- other person.military"],
    ),
    (
        "The toll from two suicide and gun attacks is 80.",
        ["2-2 other incident", "80-80 killed person"],
    ),
    ("Jets bombed two rebel training camps.", ["2-2 damaged structure"]),
    (
        "The air force lost two fighters: a MiG-21 and a MiG-27.",
        ["2-2 lost materiel.aircraft", "1-1 lost materiel.aircraft", "1-1 lost materiel.aircraft"],
    ),
    (
        "It cost them 31 soldiers killed, one helicopter and one tank.",
        ["31-31 killed person.military", "1-1 lost materiel.helicopter", "1-1 lost materiel.tank"],
    ),
    ("They shot down a patrol aircraft.", ["1-1 destroyed materiel.aircraft"]),
    ("Two bombs fell on a road.", ["2-2 other materiel"]),
    ("Two thousand soldiers have left the town.", ["2000-2000 other person.military"]),
    ("Ninety men are prisoners.", ["90-90 captured person"]),
    ("Five victims are in a serious condition.", ["5-5 other person"]),
    ("Ten people sustained lighter injuries.", ["10-10 wounded person"]),
    # How armies write: a number twice, losses in a list, machines by their calibre, their words for dying.
    (
        "Five (5) soldiers were killed and twelve (12) others injured.",
        ["5-5 killed person.military", "12-12 wounded person"],
    ),
    (
        "The losses of the enemy were: personnel about 480,030 (+980) people, tanks 7,429 (+10), UAVs 9,738.",
        [
            "480030-480030~ casualties person.military",
            "7429-7429 lost materiel.tank",
            "9738-9738 lost materiel.uav",
        ],
    ),
    (
        "The enemy's losses amounted to up to 145 troops and two tanks.",
        ["-145 casualties person.military", "2-2 lost materiel.tank"],
    ),
    ("Two 155-mm howitzers were hit.", ["2-2 damaged materiel.artillery"]),
    (
        "The enemy launched three missile and 62 air strikes.",
        ["3-3 other incident", "62-62 other incident"],
    ),
    ("Seven soldiers embraced martyrdom in an attack.", ["7-7 killed person.military"]),
    ("One soldier paid the supreme price.", ["1-1 killed person.military"]),
    (
        "Ten thousand soldiers were put out of action at the front.",
        ["10000-10000 casualties person.military"],
    ),
    ("Two men were abducted and taken to Lebanon.", ["2-2 captured person"]),
    ("On record, 1,959 Iraqi forces were killed.", ["1959-1959 killed person.military"]),
    (
        "Two soldiers, 251 Hashd al-Shaabi, and 2,211 members of the Iraqi Security Forces (ISF), "
        "18,011 civilians lost their lives.",
        [
            "2-2 killed person.military",
            "251-251 killed person.military",
            "2211-2211 killed person",
            "18011-18011 killed person.civilian",
        ],
    ),
    (
        "Out of the 122 churches in the area, 17 were damaged.",
        ["122-122 other structure.religious", "17-17 damaged structure.religious"],
    ),
    ("There are 200 fighters left in the city.", ["200-200 other person.military"]),
    ("At least 150,000 civilians left the Krajina.", ["150000- displaced person.civilian"]),
    ("At least 378 bodies had been carried in.", ["378- killed person"]),
    ("Ten bodies were handed over.", ["10-10 other person"]),
    (
        "Among those killed in the attack were 46 displaced persons and 12 attackers.",
        ["46-46 killed person", "12-12 killed person.military"],
    ),
    (
        "They have killed 180 rebels in 75 operations in several areas.",
        ["180-180 killed person.military", "75-75 other incident"],
    ),
    ("Six ambulances have been attacked.", ["6-6 other materiel.vehicle"]),
    (
        "The war killed 30,000 people and pushed 200,000 to the brink of famine.",
        ["30000-30000 killed person"],
    ),
    (
        "It cost the lives of 255 British and 649 Argentine soldiers.",
        ["255-255 killed person.military", "649-649 killed person.military"],
    ),
    ("They captured or destroyed 44 vehicles.", ["44-44 lost materiel.vehicle"]),
    (
        "The casualties included five children and a woman.",
        ["5-5 casualties person.child", "1-1 casualties person"],
    ),
    ("Rebels attacked four buses returning from a market.", ["4-4 other materiel.vehicle"]),
    (
        "They hit the camp with two drone strikes and eight shells.",
        ["2-2 other incident", "8-8 other materiel"],
    ),
    (
        "Ten soldiers died.\n\nThree more were killed on Sunday.",
        ["10-10 killed person.military", "3-3 killed person.military"],
    ),
    (
        "Ten civilians died. Tens of thousands have died since.",
        ["10-10 killed person.civilian", "20000-~ killed person"],
    ),
    # Verbs, and whom they name.
    ("Gunmen had shot dead Ali Hamid, the head of a radio station.", ["1-1 killed person"]),
    ("Rebels killed Sea Tigers.", []),
    ("Two reporters of the newspaper Le Monde were wounded.", ["2-2 wounded person.journalist"]),
    ("Troops seized Wad Madani.", []),
    ("General Ali Hamid was fatally wounded.", ["1-1 killed person"]),
    (
        "110 people were taken prisoner, while the whereabouts of 81 were not known.",
        ["110-110 captured person", "81-81 missing person"],
    ),
    ("Some 30,000 people have left the town.", ["30000-30000~ displaced person"]),
    ("The attack left 20 people dead in the town.", ["20-20 killed person"]),
    ("Relief workers fed 5,200 people.", ["5200-5200 other person"]),
    ("Nearly 200 captives went free.", ["200-200~ other person"]),
    (
        "The war killed 231 people. The bodies of 195 of them are back.",
        ["231-231 killed person", "195-195 other person"],
    ),
    ("Ten people were killed, three of them children.", ["10-10 killed person", "3-3 killed person.child"]),
    ("The injured number 79, including 16 children.", ["79-79 wounded person", "16-16 wounded person.child"]),
    ("On Saturday the death toll rose by 36 to 963.", ["36-36 killed person", "963-963 killed person"]),
    (
        "Russia lost 62 tanks (destroyed: 38, damaged: 16, captured: 8).",
        [
            "62-62 lost materiel.tank",
            "38-38 destroyed materiel.tank",
            "16-16 damaged materiel.tank",
            "8-8 captured materiel.tank",
        ],
    ),
    (
        "Six people were killed in Aden, four in Taiz and one in Marib.",
        ["6-6 killed person", "4-4 killed person", "1-1 killed person"],
    ),
    (
        "The ministry reported the death of 13 people and losses of 30 tanks.",
        ["13-13 killed person", "30-30 lost materiel.tank"],
    ),
    (
        "Seven tanks, two howitzers and 10 trucks were destroyed.",
        [
            "7-7 destroyed materiel.tank",
            "2-2 destroyed materiel.artillery",
            "10-10 destroyed materiel.vehicle",
        ],
    ),
    (
        "The army destroyed 250 tanks; 150 other vehicles; and 18 drones.",
        [
            "250-250 destroyed materiel.tank",
            "150-150 destroyed materiel.vehicle",
            "18-18 destroyed materiel.uav",
        ],
    ),
    ("At least 60 people are known to have died.", ["60- killed person"]),
    ("The violence claimed 631 lives.", ["631-631 killed person"]),
    ("It is a nation of 30 million people.", ["30000000-30000000 other person"]),
    ("The remains of 20 soldiers were handed over.", ["20-20 other person.military"]),
    (
        "Eleven civilians were arrested by soldiers and then killed.",
        ["11-11 detained person.civilian", "11-11 killed person.civilian"],
    ),
    (
        "44 Armenian and 12 Azerbaijani prisoners were exchanged.",
        ["44-44 other person", "12-12 other person"],
    ),
    ("The army violated the ceasefire 48 times on Monday.", ["48-48 violations incident"]),
    ("Losses amounted to $2 billion.", ["2000000000-2000000000 cost money"]),
    (
        "Ethiopia lost 55 tanks (41 destroyed, 14 captured) and 28 lorries (20 destroyed, 8 captured).",
        [
            "55-55 lost materiel.tank",
            "41-41 destroyed materiel.tank",
            "14-14 captured materiel.tank",
            "28-28 lost materiel.vehicle",
            "20-20 destroyed materiel.vehicle",
            "8-8 captured materiel.vehicle",
        ],
    ),
    (
        "By one count, Eritrea lost:\n- 55 tanks (41 destroyed, 14 captured)\n- 28 lorries",
        [
            "55-55 lost materiel.tank",
            "41-41 destroyed materiel.tank",
            "14-14 captured materiel.tank",
            "28-28 lost materiel.vehicle",
        ],
    ),
    (
        "Twelve houses burned. The crews shot down nine of 15 drones.",
        ["12-12 destroyed structure.house", "9-9 destroyed materiel.uav"],
    ),
    ("The Tigers took 40 soldiers prisoner.", ["40-40 captured person.military"]),
    ("About 67,000 people were expelled.", ["67000-67000~ displaced person"]),
    ("Afghan forces lost ten checkpoints.", ["10-10 captured structure"]),
    (
        "The gunners destroyed 30 tanks. Iran's casualties reached 2,700.",
        ["30-30 destroyed materiel.tank", "2700-2700 casualties person"],
    ),
    ("Some 40 hostages were taken into the enclave.", ["40-40~ captured person"]),
    ("Four workers of the World Food Programme were killed.", ["4-4 killed person"]),
    ("A driver for the World Food Programme was killed.", ["1-1 killed person"]),
    ("Two anti-tank mines damaged the bridge.", ["2-2 other materiel"]),
    ("India lost two MiG fighters.", ["2-2 lost materiel.aircraft"]),
    ("Its pilot was killed.", ["1-1 killed person.military"]),
    # One, whatever stands between the noun and its verb; participles before a noun say what was done to it.
    ("A pharmacist on duty died.", ["1-1 killed person"]),
    ("A 12-year-old girl was killed.", ["1-1 killed person.child"]),
    ("A 12-year-old was killed.", ["1-1 killed person"]),
    ("A rocket killed a 59-year-old villager.", ["1-1 killed person"]),
    ("A woman and her two children died.", ["1-1 killed person", "2-2 killed person.child"]),
    ("A journalist working for Reuters was killed.", ["1-1 killed person.journalist"]),
    ("A column fell on the village.", []),
    ("A bomb killed ten people.", ["10-10 killed person"]),
    ("Two women were killed and a third was wounded.", ["2-2 killed person", "1-1 wounded person"]),
    ("Two burned vehicles were found.", ["2-2 destroyed materiel.vehicle"]),
    ("Three crippled tanks had been found.", ["3-3 damaged materiel.tank"]),
    ("Three destroyed tanks were put on show.", ["3-3 destroyed materiel.tank"]),
    # People in want of a home or not found; injuries that are minor; what is fired is counted, hit or not.
    ("Some 7.3 million people have had to move.", ["7300000-7300000~ displaced person"]),
    ("About 9,000 people cannot live in their homes.", ["9000-9000~ displaced person"]),
    ("Fourteen soldiers have still not been found.", ["14-14 missing person.military"]),
    ("No civilians were harmed.", ["0-0 casualties person.civilian"]),
    ("Three others endured minor injuries.", ["3-3 wounded person"]),
    ("Troops recovered only 10 cadavers.", ["10-10 killed person"]),
    ("Chile fired 550 missiles; most were intercepted.", ["550-550 other materiel"]),
    # A tally's verb right before its figure, whatever stands between them; munitions that hit were not hit.
    (
        "The death toll from the attacks that have been going on since Friday has reached 224 people, "
        "in addition to some 900 wounded.",
        ["224-224 killed person", "900-900~ wounded person"],
    ),
    ("A missile struck near the embassy.", []),
    ("Two missiles hit the airport.", ["2-2 other materiel"]),
    ("Two tanks were hit.", ["2-2 damaged materiel.tank"]),
    ("It holds the rebels responsible for the safety of two soldiers.", ["2-2 other person.military"]),
    (
        "They could verify the destruction of\n\n- 14 tanks\n- 18 APCs",
        ["14-14 destroyed materiel.tank", "18-18 destroyed materiel.afv"],
    ),
    ("Forty people with moderate injuries were seen.", ["40-40 wounded person"]),
    # Ones in a list share its verb; who stands after it with a verb of their own has none of it.
    (
        "A man, a woman and a child died.",
        ["1-1 killed person", "1-1 killed person", "1-1 killed person.child"],
    ),
    ("The blast killed a man, a woman and a boy.", ["1-1 killed person"] * 2 + ["1-1 killed person.child"]),
    (
        "A soldier and two civilians were killed.",
        ["1-1 killed person.military", "2-2 killed person.civilian"],
    ),
    (
        "A hospital and a school were damaged.",
        ["1-1 damaged structure.hospital", "1-1 damaged structure.school"],
    ),
    ("A man and his son were killed.", ["1-1 killed person"] * 2),
    ("Shells killed a man and a woman fled.", ["1-1 killed person"]),
    ("Shells killed a soldier, a spokesman said.", ["1-1 killed person.military"]),
    # That somebody died matters more than what they were before.
    ("Two wounded soldiers died.", ["2-2 killed person.military"]),
    ("Two wounded soldiers were seen.", ["2-2 wounded person.military"]),
    ("Twelve displaced people lost their lives.", ["12-12 killed person"]),
    # March is a month, an attack no deed of those who died in it, an order none of those displaced.
    (
        "Groups killed 300 people, including 27 soldiers during an attack on 4 March.",
        ["300-300 killed person", "27-27 killed person.military"],
    ),
    (
        "Barrel bombs killed 40 civilians and 35 fighters from May to March.",
        ["40-40 killed person.civilian", "35-35 killed person.military"],
    ),
    ("Two evacuation orders were issued.", []),
    # Who speaks before a colon is not what is counted.
    ("Police: ten killed in raid", ["10-10 killed person"]),
    ("Trucks: 35 destroyed", ["35-35 destroyed materiel.vehicle"]),
    # What stands between two commas parts no verb from its subject; who hits a mine destroys none.
    ("Nine others, including the mayor, were injured.", ["9-9 wounded person"]),
    ("Twenty-six hostages were killed.", ["26-26 killed person"]),
    ("Three died after their vehicle hit a landmine.", ["3-3 killed person"]),
    ("Gunmen set fire to 35 trucks.", ["35-35 destroyed materiel.vehicle"]),
]


def read(text: str, date: str = "2020-10-20", conflict: Conflict | None = None) -> list[Claim]:
    """The counts of a text."""
    document = Document("made.txt", "digest", "text/plain", text, date=PartialDate(date))
    return [c for c in extract(document, conflict or Conflict()).claims if c.kind == "count"]


def shown(claim: Claim) -> str:
    """A claim as the tables above write it."""
    low = "" if claim.low is None else claim.low
    high = "" if claim.high is None else claim.high
    return f"{low}-{high}{'~' if claim.approx else ''} {claim.measure} {claim.object}"


@pytest.mark.parametrize(
    ("text", "expected"), NUMBERS + BOUNDS + FAR_HEADS, ids=lambda v: v[:40] if isinstance(v, str) else ""
)
def test_phrase_makes_its_claims(text: str, expected: list[str]) -> None:
    assert [shown(claim) for claim in read(text)] == expected


@pytest.mark.parametrize("text", NO_COUNTS)
def test_number_that_is_no_count_makes_none(text: str) -> None:
    assert [shown(claim) for claim in read(text)] == []


@pytest.mark.parametrize("text", NO_COUNTS[:10])
def test_number_passed_over_says_why(text: str) -> None:
    document = Document("made.txt", "digest", "text/plain", text, date=PartialDate("2020-10-20"))
    for passed in extract(document).passed_over:
        assert passed.why and text[passed.start : passed.end] == passed.words
