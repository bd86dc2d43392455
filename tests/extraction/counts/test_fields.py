"""Whose, where, when and over how long: sentence to the party, place, dates and scope of its last count."""

import pytest

from counterclaim.extraction import extract
from counterclaim.model import Claim, Conflict, Document, Party
from counterclaim.partial_date import PartialDate

STATES = "Armenian and Azerbaijani forces fought on Monday. "
CIVIL = "Yemen's army fought the Houthis on Monday. The rebels withdrew. "
WAR = "Peru and Chile fought on Monday. Peru's army faced the army of Chile. "

PARTIES = [
    (WAR + "By Peru's ministry's account the days cost its army 31 men killed and a tank.", "Peru"),
    ("Ten Armenian soldiers were killed.", "Armenia"),
    ("Ten soldiers of the Armenian army were killed.", "Armenia"),
    (STATES + "Armenia lost 22 tanks.", "Armenia"),
    (STATES + "Twenty tanks were lost by Armenia.", "Armenia"),
    (STATES + "Armenian losses: 22 tanks.", "Armenia"),
    (STATES + "Azerbaijan's dead number 40.", "Azerbaijan"),
    (STATES + "Azerbaijani forces destroyed nine tanks.", "Armenia"),
    (STATES + "Azerbaijan's Defence Ministry said that 40 enemy soldiers were killed.", "Armenia"),
    (STATES + "Azerbaijan's Defence Ministry said that 40 of its soldiers were killed.", "Azerbaijan"),
    (STATES + "Azerbaijan's Defence Ministry said that 40 civilians were killed.", "Azerbaijan"),
    (STATES + "Azerbaijan's Defence Ministry said that nine tanks were destroyed.", "Armenia"),
    (STATES + "Five people were killed in Baku.", "Azerbaijan"),
    (STATES + "At least 250 deaths were reported by the two sides together.", None),
    (STATES + "Azerbaijan lost ten soldiers and Armenia 20.", "Armenia"),
    (STATES + "Azerbaijan said that 64 soldiers were killed and 370 wounded.", "Azerbaijan"),
    (STATES + "Ten Armenian soldiers were killed. Three of them were officers.", "Armenia"),
    (STATES + "Shells hit a barracks of the Armenian army. Eleven soldiers are dead.", "Armenia"),
    (STATES + "Three journalists were killed.", None),
    (STATES + "Five UNRWA staff were killed in Armenia.", None),
    (STATES + "Two employees of the World Food Programme were killed in Armenia.", None),
    (STATES + "Azerbaijan's minister said that Armenia's losses amounted to 70 killed.", "Armenia"),
    (STATES + "Azerbaijan's Defence Ministry puts Armenian losses at 2,300 soldiers.", "Armenia"),
    (STATES + "Azerbaijan's Defence Ministry said that enemy losses came to 45 killed.", "Armenia"),
    (STATES + "Baku said its troops had killed 40 militants.", "Armenia"),
    (STATES + "Baku said that 40 militants and nine civilians had been killed.", "Armenia"),
    (STATES + "Baku said 89 of its soldiers died; Armenia put the dead at 400.", "Azerbaijan"),
    (STATES + "Azerbaijan took 30 prisoners.", "Armenia"),
    (STATES + "Baku said Armenia had suffered 900 casualties.", "Armenia"),
    (STATES + "Azerbaijani forces took 40 soldiers prisoner.", "Armenia"),
    (STATES + "Azerbaijan's minister said that two people had died in Yerevan.", "Armenia"),
    ("Ukraine shot down nine of 15 drones.", None),
    ("Nigeria's army fought Boko Haram. Niger's president said Niger lost six soldiers.", "Niger"),
    (STATES + "Armenia lost 60 soldiers and 12 vehicles burned.", "Armenia"),
    (STATES + "Baku said Armenia lost 25 tanks (destroyed: 14, captured: 10).", "Armenia"),
    ("Israel bombed Gaza and Hamas fired back. Israel said it killed 90 militants.", "Hamas"),
    ("M23 fought the Congolese army. Shells from Goma killed two Rwandan civilians.", "Rwanda"),
    ("Mali's army fought JNIM. Ten peacekeepers from Ghana, Nepal and Fiji were killed.", None),
    (CIVIL + "The Houthis said they had lost 11 fighters.", "Houthis"),
    (CIVIL + "Yemen's army said it had killed 25 rebels, and lost two tanks.", "Yemen"),
    (STATES + "Armenia's Defence Ministry admitted that 13 tanks had been destroyed.", "Armenia"),
    (CIVIL + "Medics said 60 soldiers were killed and 12 vehicles burned.", "Yemen"),
    (CIVIL + "The army said that nine terrorists were killed.", "Houthis"),
    (CIVIL + "Ten civilians were killed.", None),
    (CIVIL + "Twenty Houthi fighters were killed.", "Houthis"),
    (CIVIL + "Twenty rebels were killed.", "Houthis"),
    (CIVIL + "Twelve loyalists were killed.", "Yemen"),
    (CIVIL + "Ten soldiers were killed.", "Yemen"),
    (CIVIL + "Forty-three were killed. Forty of them were rebels.", "Houthis"),
    (CIVIL + "The army captured 12 tanks.", "Houthis"),
    (CIVIL + "Three villages fell into the hands of the rebels.", "Yemen"),
    (CIVIL + "Houthis: 246 dead", "Houthis"),
    # An account is no owner; a heading of losses is.
    ("Peru and Chile fought.\n\nPeruvian losses\n\nBy Chilean account: 320 soldiers killed.", "Peru"),
    ("Peru and Chile fought. Peru's army said it had killed 30 of the enemy.", "Chile"),
    ("Peru and Chile fought. Peru's army is to have 150,000 soldiers, the minister said.", "Peru"),
    ("Peru and Chile fought. Up to 300 reservists may be called up, Chile's army said.", "Chile"),
    (
        "Peru and Chile fought. Peru's Defence Ministry reported attacks by Chile. The ministry said that 30 "
        "enemy soldiers were killed.",
        "Chile",
    ),
    ("Peru and Chile fought. Chile's war on Peru: 40 people killed in Lima.", "Peru"),
    # Who fires and whom it kills, whatever names stand between; a part and an addition are the whole's.
    (
        STATES
        + "Armenia's Defence Ministry said that Azerbaijani fire on a settlement near Kapan, in southern "
        "Armenia, had killed one civilian.",
        "Armenia",
    ),
    (
        STATES + "Armenia's army claims 39 Azerbaijani vehicles destroyed, one T-90 tank among them.",
        "Azerbaijan",
    ),
    (
        STATES
        + "Armenia's army claims 39 Azerbaijani vehicles destroyed, one T-90 tank among them. It adds four "
        "Su-25 aircraft, three Mi-24 helicopters and 17 drones.",
        "Azerbaijan",
    ),
    ("Peru and Chile fought. Peru's soldiers killed two captives in Lima.", "Chile"),
    (
        WAR + "Chilean troops hit the Peruvian city of Tacna with rockets that killed two people.",
        "Peru",
    ),
    # The number of things stated before its figure; who has them killed; soldiers of either side.
    ("The number of Chadian peacekeepers killed has gone up from five to six.", "Chad"),
    (WAR + "The number of Chilean tanks destroyed stands at 27.", "Chile"),
    (STATES + "Armenia lost 36 tanks, all destroyed; the number of drones destroyed rose to 27.", "Armenia"),
    (WAR + "Experts put the Bolivian soldiers in southern Peru at 4,000.", "Bolivia"),
    (STATES + "The number of soldiers killed rose to 27.", None),
    # What civilians own is not the enemy's; an office is of the state that its paragraph is labelled with.
    (WAR + "Peru's ombudsman counts 520 destroyed private cars.", "Peru"),
    (WAR + "Peru's army counts 520 destroyed vehicles.", "Chile"),
    (WAR + "In Peru the authorities state that 85 civilians died.", "Peru"),
    (
        WAR + "\n\nChile. It gives no figure. The Prosecutor General's Office said 14 people had died.",
        "Chile",
    ),
    (WAR + "\n\nChile. It gives no figure. The UN Human Rights Office said 14 people had died.", None),
    (WAR + "A monitor counts 53 civilian deaths in and around Peru.", None),
    # What somebody denies having lost would be their own.
    (WAR + "Peru denies having lost an aircraft.", "Peru"),
    (WAR + "Peru denied the loss of four tanks.", "Peru"),
    # Fighters whom a third state sends are not its soldiers, and those of a third people not their country's.
    (WAR + "Brazil has sent 2,500 fighters to Peru, a monitor said.", "Peru"),
    (WAR + "Brazil sent fighters to Peru. Some 40 Bolivian fighters have died.", "Peru"),
    (WAR + "At least 541 Bolivian fighters on the Chilean side have died.", "Chile"),
    (WAR + "Brazil sent fighters to Peru. Some 40 Chilean fighters have died.", "Chile"),
    (WAR + "Brazil sent fighters to Peru. Envoys spoke of 2,000 mercenaries.", None),
    # A force that fires owns what it fires.
    ("Peru and Chile fought. Chile launched 12 drones.", "Chile"),
    ("Peru and Chile fought. Forty rockets were fired by Peru's army.", "Peru"),
    ("Peru and Chile fought. Sixty neutral ships were trapped.", None),
    ("Peru and Chile fought. From 1,100 in May the number killed on all sides rose to 2,000.", None),
    (CIVIL + "The week had cost government troops 156 dead.", "Yemen"),
    (CIVIL + "Ten combatants were killed.", None),
    (CIVIL + "An army raid killed 12 children.", None),
    (CIVIL + "Four people died. Two of them belonged to the Houthis.", "Houthis"),
    (CIVIL + "About 40,000 people are in Yemen.", None),
    (
        "Mali's army fought JNIM beside mercenaries of the Wagner Group. Fifty mercenaries were killed.",
        "Wagner Group",
    ),
    ("Peru and Chile fought. Bolivian mercenaries fight on Peru's side. Twelve mercenaries died.", "Peru"),
    # A state that fights an armed group abroad is at war with the group.
    (
        "On Monday al-Shabaab's insurgents stormed a base in Somalia. The army asked Somalia for help. "
        "Uganda's army lost. Some 800 insurgents took part, Uganda's army said.",
        "al-Shabaab",
    ),
    # Whose border a place lies by is no side; a soldier is no rebel's; an army's officer speaks for the army.
    ("Peru's army fought. Jihadists attacked near the Chilean border, killing 57 people.", None),
    (CIVIL + "In July 17 rebels and a soldier were killed.", "Yemen"),
    ("Twelve people, two soldiers among them, died in a clash with the BIFF in May.", None),
    (
        CIVIL + "Lt. Col. Ali Hamid, spokesman of the 6th Infantry Division, said ten of our men were hurt.",
        "Yemen",
    ),
    (
        "Kenyan and Rwandan peacekeepers guard Sudan's north. Sudan's army fought. Ten soldiers were killed.",
        "Sudan",
    ),
    (CIVIL + "Over 900 deaths among Yemeni military personnel were counted.", "Yemen"),
    (CIVIL + "The rebels fired 200 rockets at a town, killing 112.", None),
    # Rebels whose group is not named go by what they are called, a group also by a part of its name.
    ("Peru's army fought the rebels. The rebels killed ten soldiers, and five rebels died.", "rebels"),
    ("Peru's army fought separatists. The separatists said that they had lost ten men.", "separatists"),
    ("Libya's rebels fought beside NATO. Twelve rebels were killed by a NATO air strike.", "rebels"),
    ("Myanmar's junta fought the Three Brotherhood Alliance. The alliance seized eight tanks.", "Myanmar"),
    ("Lanka's Tamil Tigers fought the army. Ten Tiger rebels were killed.", "Tamil Tigers"),
    ("The Tamil Tigers fought the army. The Tigers said that two of their fighters died.", "Tamil Tigers"),
    # Whom they are only close to is no party; a force goes by its own name; who sends troops has them.
    ("Peru's army fought jihadists linked to al-Qaeda. The army killed ten terrorists.", "jihadists"),
    ("Peru's army fought jihadists linked to al-Qaeda. Ten members of a jihadist militia died.", "jihadists"),
    (
        "Myanmar's army fought the People's Defense Force. Ten People's Defense Force fighters died.",
        "People's Defense Force",
    ),
    ("Israel bombed Gaza. An IDF spokesman said that ten of its soldiers were killed.", "Israel"),
    (CIVIL + "France has deployed 4,500 troops.", "France"),
    ("Peru and Chile fought. Ten Peruvian peacekeepers died.\n\nNow 20 peacekeepers have died.", "Peru"),
    # People named once make no country a war's; where a monitor sits fights nobody; a speaker's role ends.
    (
        "Police fought militants in Kashmir. The dead are 93 militants, 28 Pakistanis among them. "
        "Sixteen security personnel died.",
        None,
    ),
    ("Syrian forces bombed Aleppo. A monitor based in Britain said that ten people died.", None),
    (
        "Peru's army fought the Houthis. In a raid helped by the Houthi militia, Peruvian authorities said, "
        "two of our men died.",
        "Peru",
    ),
    (CIVIL + "Six Islamists were wounded.", "Houthis"),
    (CIVIL + "The army's spokesman spoke of four killed and nine wounded on the enemy side.", "Houthis"),
    # A side's targets are its enemy's; what is fired along with the first is whose that is.
    ("Peru and Chile fought. Peru's minister said that nine sites were hit, all of them camps.", "Chile"),
    ("Peru and Chile fought. Chile fired 550 missiles and some 1,000 drones.", "Chile"),
    ("War in Yemen\n\nYemen's army fought the Houthis.\n\nYemen\n\nTwo people were hurt.", None),
    (
        "Peru and Chile fought. Chile's ministry spoke. Its minister, Ali Hamid, said two of our men died.",
        "Chile",
    ),
    # Whose name owns the phrase, who sent them, whose attack it was; "we" is no party; a title's country.
    (CIVIL + "An offensive hit the Houthis' remaining 1,500 fighters.", "Houthis"),
    (STATES + "Armenian forces then sent four tanks to the town.", "Armenia"),
    (STATES + "Seven people died under Azerbaijani shelling.", "Armenia"),
    (STATES + "Forty people have been killed in Armenian missile attacks since Monday.", "Azerbaijan"),
    (STATES + '"We have 50 soldiers killed," said Ali Hamid after an Armenian raid.', None),
    (
        "Peru, day 19\n\nChile bombed Peru on Monday. Chilean jets came.\n\nIn Qarabaya 28 people died.",
        "Peru",
    ),
    ("Tanks in Chile\n\nPeru and Bolivia fought over Chile. Thirty tanks were seen in Chile.", None),
    (CIVIL + "Ten soldiers were killed and six people wounded.", None),
    # Fighters counted by their group's name alone; whoever is shot by the other side's men.
    (CIVIL + "He says that 30 Houthis were killed.", "Houthis"),
    (CIVIL + "An ambush by the Houthis killed six police.", "Yemen"),
    (STATES + "Six people were killed by Armenian gunfire.", "Azerbaijan"),
    (STATES + "Armenian shelling had killed two people.", "Azerbaijan"),
    # Since a war began is when; people killed after a commander are not his side's.
    (STATES + "Since the war began 40 people have been killed in Baku.", "Azerbaijan"),
    (
        "Israel fought Hezbollah and Lebanon. A strike killed a commander of Hezbollah. It killed 45 people.",
        None,
    ),
    # The ministry named in full before; the plane's own pilot, not the shooter's.
    (
        STATES + "Baku's Defence Ministry spoke. The Defence Ministry said 40 of its soldiers died.",
        "Azerbaijan",
    ),
    (STATES + "An Armenian Su-25 was shot down by a Turkish F-16 and its pilot was killed.", "Armenia"),
    # The group that the sentence names is whose its guerrillas are; a state's force is no group.
    (CIVIL + "Raids on PKK sites killed four guerrillas.", "PKK"),
    (CIVIL + "The South African Defence Force said nine of its soldiers died.", "South Africa"),
    (CIVIL + "The total of wounded Yemeni troops is 720.", "Yemen"),
    # What only says where, and whoever admits to deaths, are no owners; attackers are the rebels'.
    ("Peru's army fought rebels.\n\nPeru massacre: 18 dead", None),
    ("Peru's army fought rebels. Peru's authorities admitted to 98 deaths.", None),
    (CIVIL + "All 33 attackers were killed.", "Houthis"),
    (CIVIL + "All 33 attackers were killed, and 354 people brought to safety.", None),
    (CIVIL + "Nine policemen were killed.", "Yemen"),
    (CIVIL + "Ten of the dead belonged to the armed forces.", "Yemen"),
    (CIVIL + "Brigadier Ali Hamid said that two of his men were killed.", "Yemen"),
    (
        CIVIL + "The rebel spokesman Ali Hamid spoke. Hamid said that two of their men were killed.",
        "Houthis",
    ),
    # What rebels take in a civil war was the state's.
    ("Myanmar's junta fought rebels. Karenni fighters say they have overrun 40 camps.", "Myanmar"),
    ("Myanmar's army fought rebels. The alliance has seized 23 towns and 400 bases.", "Myanmar"),
    (STATES + "Two reporters of the French newspaper Le Monde were wounded.", None),
    # Whoever is sent to fight for somebody is theirs.
    (STATES + "Some 2,350 men have been taken there to fight on Baku's side.", "Azerbaijan"),
    (STATES + "Some 2,350 men have come to fight on the side of Armenia.", "Armenia"),
    (CIVIL + "Ten men who fought alongside the Houthis were killed.", "Houthis"),
    # A group that no lexicon knows goes by its shape.
    (
        "Haiti's police fought the Gran Aksyon gang. Two of the dead belonged to the Gran Aksyon gang.",
        "Gran Aksyon",
    ),
    (
        "Congo's army fought the militia Raia Mutomboki. Twenty Raia Mutomboki fighters were killed.",
        "Raia Mutomboki",
    ),
    (
        "Rebels of Boko Haram fought Chad. Boko Haram men opened fire. Ten of their fighters fell.",
        "Boko Haram",
    ),
    ("Cairo: Ten people were killed in an attack by rebels in Yemen.", None),
    ("The army lost ten men. Later it chased Hezbollah fighters, killing five of them.", "Hezbollah"),
    (
        "MARAWI CITY, July 6 — The army fought rebels. With that the military's dead rose to 85.",
        "Philippines",
    ),
]

# Whether the last count of the text is of one event or day, or a running toll.
SCOPES = [
    ("The ministry claimed 7,630 soldiers were killed.", "cumulative"),
    ("The rebels claim to have killed 12 soldiers.", "incident"),
    ("Ten soldiers were killed in fierce clashes in the north, officials said.", "incident"),
    ("The ongoing violence has claimed 20,000 lives.", "cumulative"),
    ("Ten soldiers died in attacks throughout Chechnya in the past 24 hours.", "incident"),
    ("Twenty were killed in the course of the week.", "cumulative"),
    ("In one assault, 1,200 soldiers were killed.", "incident"),
    ("Ten people were killed on 26 September.", "incident"),
    ("Ten people were killed today.", "incident"),
    ("Ten people were killed in the past 24 hours.", "incident"),
    ("Ten soldiers had been killed in the latest fighting, he said.", "incident"),
    ("The ministry has published the names of 1,434 dead.", "cumulative"),
    ("The army regained control of 86 villages, 4 towns and 5 cities.", "cumulative"),
    ("The army captured two villages.", "incident"),
    ("Ten people were killed in the attack.", "incident"),
    ("Ten people have been killed since Monday.", "cumulative"),
    ("Ten people have been killed so far.", "cumulative"),
    ("Ten people were killed during the war.", "cumulative"),
    ("As of 4 October, ten people had been killed.", "cumulative"),
    ("The number of dead stands at ten.", "cumulative"),
    ("On 28 September the number of dead stood at 26.", "cumulative"),
    ("The death toll rose by 36.", "incident"),
    ("The death toll rose to 963.", "cumulative"),
    ("The toll rose by 36 to 963.", "cumulative"),
    ("That takes the dead to at least 592.", "cumulative"),
    ("Ten thousand people are displaced.", "cumulative"),
    ("Two days of fighting have left 61 people dead.", "cumulative"),
    ("Some 40 people were killed over five days.", "cumulative"),
    ("From January to June, 40 people were killed.", "cumulative"),
    ("Between 25 and 27 July they killed 84 soldiers.", "cumulative"),
    ("July casualty figures\n\nIn Mosul 40 people were killed.", "cumulative"),
    (
        "Bomb kills ten in Aden\n\nA bomb exploded in Aden on Monday. Twenty people were wounded.",
        "incident",
    ),
    (
        "Bomb kills ten in Aden\n\nA bomb exploded in Aden on Monday. The number of wounded stands at 20.",
        "incident",
    ),
    (
        "Bomb kills ten in Aden\n\nA bomb exploded in Aden on Monday. The war has killed 9,000 people.",
        "cumulative",
    ),
    ("Since 2 April the war has gone on at sea.\n\nMen: 72 dead.", "cumulative"),
    ("Since 2015 the war has killed 9,000 people, 400 of them children.", "cumulative"),
    ("Since 2015 the war has killed 9,000 people. Twelve of them died on Friday.", "incident"),
    ("In the worst attack since 2015, ten people were killed.", "incident"),
    ("Some 200 people are crossing the border each day.", "incident"),
    ("In 48 hours, ten villages have fallen.", "cumulative"),
    ("The army regained control of 286 villages.", "cumulative"),
    ("Some 30 million people live in the region.", "cumulative"),
    ("Last September an assault cost four soldiers their lives.", "incident"),
    ("The ministry has killed rebels by the hundred: 143 on 4 July, 385 on 7 August.", "incident"),
    ("Bomb kills ten in Aden\n\nA bomb exploded in Aden on Monday. The injured now number 27.", "incident"),
    ("Bomb kills ten in Aden\n\nA bomb exploded in Aden on Monday. By Friday 20 were dead.", "incident"),
    ("Bomb kills ten in Aden\n\nA bomb exploded in Aden. Some 6,300 people have fled.", "cumulative"),
    # What a toll grew by, and what that made it.
    ("On Friday the ministry announced 40 deaths, which took the count to 873.", "cumulative"),
    ("The ministry has published the names of 1,434 dead, having added 51.", "incident"),
    ("The war took its toll: in Aden, having counted 90 dead, doctors added four, making 94.", "cumulative"),
    ("On 1 August it was 90. On 9 August the number of people killed rose to 2,086.", "cumulative"),
    # An undated toll of a war, and one of its attacks; attacks that have gone on, and one.
    ("The war in Yemen\n\nThe fighting was fierce. Ten soldiers were killed.", "cumulative"),
    ("The war in Yemen\n\nThe fighting was fierce. Ten soldiers were killed in an ambush.", "incident"),
    ("The Peruvian attacks on Chile have cost the lives of 974 people.", "cumulative"),
    ("Figures came on 3 May. At that point 156 soldiers had been registered as dead.", "cumulative"),
]

# The first count's scope, where a second one follows.
FIRST_SCOPES = [
    ("On Friday the ministry announced 40 deaths, which took the count to 873.", "incident"),
    ("The ministry recorded four deaths, which made 432.", "incident"),
    ("Forty people died, bringing the total to 873.", "incident"),
    ("From 1,129 on 26 July the number of people killed rose to 2,086 on 10 August.", "cumulative"),
]

# The report is of Tuesday 20 October 2020.
DATES = [
    # a date before a dash opens a chronology's entries, and is no dateline where it opens several
    (
        "The siege in dates\n\n6 February 2020 - A truce lets people out.\n\n"
        "16 February - Five soldiers are killed, a spokesman says.",
        "2020-02-16",
        "2020-02-16",
    ),
    # Who died later died on a day of their own, which is not the attack's.
    ("A soldier who was wounded on Friday died on Monday.", "2020-10-19", "2020-10-19"),
    (
        "Strike toll rises\n\nA man who had been wounded died on Monday. It brings to ten those killed in "
        "the attack of 11 October.\n\nPolice had spoken of seven dead.",
        "2020-10-11",
        "2020-10-11",
    ),
    # Days from another event's, on either side of it; the day for which a claim is made.
    ("Two days after a bomb killed ten people, they met on 9 October.", "2020-10-07", "2020-10-07"),
    ("Two days after they met on 9 October, a bomb killed ten people.", "2020-10-11", "2020-10-11"),
    ("For Friday, 2 October, the army claims ten tanks destroyed.", "2020-10-02", "2020-10-02"),
    # A figure has the date right before it, and those listed with it too, not the figures before.
    ("By 4 October it counted 61 killed, by 9 October 91 killed and 404 wounded.", None, "2020-10-09"),
    ("On 9 October it had counted 143 killed, on 4 October 64.", "2020-10-04", "2020-10-04"),
    # a year that is over in the title, and a place and date in brackets
    (
        "Study: the dead of 2006\n\n(Dora, 20 October 2020) – Troops razed the hills, a study says.\n\n"
        "Its authors count 1,109 dead.",
        "2006",
        "2006",
    ),
    ("By this week ten people had been killed.", None, "2020-10-20"),
    # who spoke when: the attack keeps its own day
    (
        "A strike on the market: what is known\n\nNone of its planes had been over the market on 8 October, "
        "the army insisted.\n\nOn 15 October it took that back.\n\nThe ministry speaks of 82 dead.",
        "2020-10-08",
        "2020-10-08",
    ),
    (
        "The attack.\n\nIn the early hours of Thursday gunmen went from house to house. "
        "The figure rose, and by Friday the UN office had at least 70 killed.",
        "2020-10-15",
        "2020-10-15",
    ),
    ("DORA, 20 October 2020 (updated) — A raid killed ten people on Saturday.", "2020-10-17", "2020-10-17"),
    ("A raid hit Dora on Saturday. 43 killed is the number given today.", "2020-10-17", "2020-10-17"),
    ("Ten people were killed on 26 September.", "2020-09-26", "2020-09-26"),
    ("Ten people were killed on Monday.", "2020-10-19", "2020-10-19"),
    ("Ten people were killed yesterday.", "2020-10-19", "2020-10-19"),
    ("On 17 October, ten people were killed.", "2020-10-17", "2020-10-17"),
    ("Ten people were killed.", "2020-10-20", "2020-10-20"),
    ("The ministry said on Monday that ten people were killed.", "2020-10-19", "2020-10-19"),
    ("On Monday the ministry announced ten deaths.", "2020-10-19", "2020-10-19"),
    ("ADEN, 19 October — Ten people were killed on Sunday.", "2020-10-18", "2020-10-18"),
    ("Ten people have been killed since 27 September.", "2020-09-27", "2020-10-20"),
    ("As of 4 October, ten people had been killed.", None, "2020-10-04"),
    ("By 19 October, ten people had been killed.", None, "2020-10-19"),
    ("Ten people were killed in September.", "2020-09", "2020-09"),
    ("The rebels took up arms in 1983. More than 70,000 people have died since.", "1983", "2020-10-20"),
    ("War came in 2015; it has since taken over 20,000 lives.", "2015", "2020-10-20"),
    ("Between 25 and 27 July, ten people were killed.", "2020-07-25", "2020-07-27"),
    ("From 1 to 12 October, ten people were killed.", "2020-10-01", "2020-10-12"),
    ("In 2019, ten people were killed.", "2019", "2019"),
    ("Fighting broke out on Friday. Ten people were killed.", "2020-10-16", "2020-10-16"),
    ("Ten people were killed on Friday. Three more were wounded.", "2020-10-16", "2020-10-16"),
    ("The town was shelled on 2 October. The next day ten people were killed.", "2020-10-03", "2020-10-03"),
    ("The war began on 27 September. So far 40 people have been killed.", "2020-09-27", "2020-10-20"),
    ("July figures\n\nIn Mosul 40 people were killed.", "2020-07", "2020-07"),
    ("Bomb in Aden\n\nA bomb exploded on Sunday.\n\nTwenty people were wounded.", "2020-10-18", "2020-10-18"),
    (
        "ADEN, 20 October — The battle for Taiz lasted from 2 to 5 October.\n\nMen: 72 dead.",
        "2020-10-02",
        "2020-10-05",
    ),
    ("Ten people were killed today.", "2020-10-20", "2020-10-20"),
    ("Ten people were killed last week.", "2020-10-12", "2020-10-18"),
    ("Three days earlier, on 5 October, ten people were killed.", "2020-10-05", "2020-10-05"),
    ("Ten people were killed after noon on 5 October.", "2020-10-05", "2020-10-05"),
    ("Bomb in Aden\n\nA bomb exploded on Friday. By Sunday ten were dead.", "2020-10-16", "2020-10-16"),
    (
        "Bomb in Aden\n\nA bomb exploded on Friday. Ten died, its doctors told AFP on Sunday.",
        "2020-10-16",
        "2020-10-16",
    ),
    ("Nine days after a bomb hit Aden, the town mourns. Ten people were killed.", "2020-10-11", "2020-10-11"),
    ("Three weeks on, ten people are dead.", "2020-10-20", "2020-10-20"),
    ("Ten people were killed, more than in 2019.", "2020-10-20", "2020-10-20"),
    ("Ten people who backed the 2016 peace agreement were killed.", "2020-10-20", "2020-10-20"),
    ("By 30 September, ten people had been killed.", None, "2020-09-30"),
    ("Gunmen killed ten people overnight on Saturday.", "2020-10-17", "2020-10-17"),
]

PLACES = [
    ("In the Chechen capital, Grozny, ten people were killed.", "Grozny"),
    ("Ten people were killed in the capital, Sanaa.", "Sanaa"),
    ("Ten people were killed in Kherson, the Kherson governor said.", "Kherson"),
    ("The rebels crossed the Line of Control. Ten people were killed.", None),
    ("10 Hurt in Ambush", None),
    ("Ten soldiers were killed in the battle for Mosul.", "Mosul"),
    ("Shells fell south of Kherson, killing ten people.", "Kherson"),
    ("Ten people were killed in Yemen's central province of Marib.", "Marib"),
    ("Ten people were killed in Aden.", "Aden"),
    ("In Aden, ten people were killed.", "Aden"),
    ("Ten people were killed near Aden.", "Aden"),
    ("Ten people were killed in the city of Aden.", "Aden"),
    ("Ten people were killed in the Lachin corridor.", "Lachin corridor"),
    ("Ten people were killed in Russia's Kursk region.", "Kursk region"),
    ("Ten people were killed in the Medina district.", "Medina district"),
    ("Ten soldiers were killed on the line of contact.", "line of contact"),
    ("Ten soldiers were killed along the front line.", "front line"),
    ("Ten soldiers were killed near the Algerian border.", "Algerian border"),
    ("Six people were killed in Aden, four in Taiz.", "Taiz"),
    ("Ten people were killed.", None),
    ("BAGHDAD, 19 October — Ten people were killed.", None),
    ("Moscow said that ten people were killed.", None),
    ("The Britain-based monitor said that ten people were killed.", None),
    ("Ten people were killed in Aden. Three of them were children.", "Aden"),
    ("Rockets hit Aden. Ten people were killed.", "Aden"),
    ("Since the invasion of Ukraine, 20 tanks were lost.", None),
    ("The dead by town:\n– Aden: 40\n– Taiz: seven", "Taiz"),
    ("The dead by state:\n– Shan State: 40\n– Arakan State: 1,101", "Arakan State"),
    ("Bomb kills ten in Aden\n\nA bomb exploded.\n\nTwenty people were wounded.", "Aden"),
    ("Soldiers of the Wagner group killed ten people.", None),
    ("An African Union official said ten people were killed.", None),
    ("The children were Narin, who was ten, and Orkhan. Ten people were killed.", None),
    ("Ten people were killed in eastern Aden.", "Aden"),
    ("Ten people were killed at al-Wahga.", "al-Wahga"),
    ("Ten people were killed in the east.", "east"),
    ("Ten people were killed in the east of Aden.", "Aden"),
    ("Ten people were killed in densely populated Aden.", "Aden"),
    ("Ten people were killed in the Houthi-run north.", "north"),
    ("Ten people were killed in the southern Yemeni town of Mocha.", "Mocha"),
    ("Ten people were killed in a village of Zamfara State.", "Zamfara State"),
    ("Ten people were killed at Komanda, a town in Ituri.", "Komanda"),
    ("Ten people were killed in Aitaroun, in south Lebanon.", "Aitaroun"),
    ("Ten people were killed in Tajoura, east of Tripoli.", "Tajoura"),
    ("Ten people were killed in Ghuwayran prison.", "Ghuwayran prison"),
    ("Ten people were killed during the siege of Tobo.", "Tobo"),
    ("Ten sailors were killed in the Belgrano.", None),
    ("The monitor, which is based in Britain, counted ten dead.", None),
    ("Doctors in Aden counted ten dead.", None),
    ("The director of Shifa hospital counted ten dead.", None),
    ("Ten wounded people were taken to Cairo.", None),
    ("Ten thousand people fled from Aden to Djibouti.", "Djibouti"),
    ("Ten thousand people fled Aden.", "Aden"),
    ("Eight villages were captured, three of them in Taiz.", "Taiz"),
    ("Ten people were killed in the Arab town of Nazareth.", "Nazareth"),
    ("Ten people were killed in Bamako, capital of neighbouring Mali.", "Bamako"),
    (
        "Bomb kills ten in Aden\n\nA bomb exploded.\n\nTen died in one of the worst attacks in Africa.",
        "Aden",
    ),
    ("The UN coordinator in Congo said that ten people were killed.", None),
    # Where somebody spoke or sits, what was fought over, a line, a building that was struck.
    ("Ten people were killed, the envoy said in Geneva.", None),
    ("Ten people were killed, the envoy told reporters in Geneva on Friday.", None),
    ("Ten tanks were lost, said the chief of Staff in Washington.", None),
    ("Ten soldiers were killed on the Line of Control.", "Line of Control"),
    ("The Shifa Maternity Hospital was shelled, and a nurse died.", "Shifa Maternity Hospital"),
    (
        "Israel bombed Lebanon.\n\nIsraeli jets struck Qana in Lebanon. Israel mourns 18 Israeli civilians.",
        None,
    ),
    ("Nine people were killed in Aden; ten were killed in Taiz.", "Taiz"),
    ("Rockets hit Aden. Ten people were killed in the fighting there.", "Aden"),
    ("Ten soldiers were killed on the line of contact. The ministry announced 40 deaths.", None),
    ("Bomb in Tobo kills ten\n\nA bomb exploded.\n\nTwenty people were wounded.", "Tobo"),
    ("The bombing of Tobo\n\nA bomb exploded.\n\nTwenty people were wounded.", "Tobo"),
    ("Ten soldiers were wounded in an NPA clash in Davao.", "Davao"),
    ("Ten people were killed in the country's Maguindanao province.", "Maguindanao province"),
    ("Ten people were killed in S. Philippines.", None),
    (CIVIL + "A bomb exploded in Mocha. The war has killed 9,000 people.", "Yemen"),
    (CIVIL + "The battle for Mocha has cost 400 lives.", "Mocha"),
    # Land that somebody holds is not the town before; an army's dead are not where the last attack was.
    (WAR + "Rockets hit Tacna.\n\nAt least 91 civilians have died in areas under Peru's control.", None),
    (
        "Missile strike on Tacna\n\n" + WAR + "A missile strike hit Tacna.\n\nPeru's army announced the "
        "deaths of 28 soldiers.",
        None,
    ),
    ("Missile strike on Tacna\n\n" + WAR + "A missile strike hit Tacna. Ten soldiers were killed.", "Tacna"),
]


ACTORS = [
    (
        STATES
        + "Armenia's Defence Ministry said that Azerbaijani fire on a settlement near Kapan, in southern "
        "Armenia, had killed one civilian.",
        "Azerbaijan",
    ),
    ("Chilean troops shelled the Peruvian city of Tacna with rockets that killed two people.", "Chile"),
    (STATES + "Armenia's army claims 39 Azerbaijani vehicles destroyed, one T-90 tank among them.", None),
    ("The number of Chadian peacekeepers killed has gone up from five to six.", None),
    (STATES + "Armenia lost 36 tanks, all destroyed; the number of drones destroyed rose to 27.", None),
    ("Israel bombed Lebanon after a raid in which Hizbollah killed two Israeli soldiers.", "Hizbollah"),
    (WAR + "Brazil has sent 2,500 fighters to Peru, a monitor said.", "Brazil"),
]

# A people's name, a seat and a long name that a casebook lists as aliases stay what they are.
OF_DECLARED = [
    (STATES + "Nine tanks of the Armenian forces were destroyed.", "Armenia"),
    (STATES + "Hayastan lost nine tanks.", "Armenia"),
    (STATES + "Yerevan lost nine tanks.", "Armenia"),
]


def counts_of(text: str, conflict: Conflict | None = None) -> list[Claim]:
    document = Document("made.txt", "digest", "text/plain", text, date=PartialDate("2020-10-20"))
    return [claim for claim in extract(document, conflict or Conflict()).claims if claim.kind == "count"]


def read(text: str) -> Claim:
    """The last count of a text."""
    return counts_of(text)[-1]


@pytest.mark.parametrize(("text", "party"), PARTIES)
def test_count_has_its_party(text: str, party: str | None) -> None:
    assert read(text).party == party


@pytest.mark.parametrize(("text", "actor"), ACTORS)
def test_count_has_its_actor(text: str, actor: str | None) -> None:
    assert read(text).actor == actor


@pytest.mark.parametrize(("text", "party"), OF_DECLARED)
def test_count_of_a_declared_party_has_the_name_that_the_casebook_gives_it(text: str, party: str) -> None:
    aliases = ("Armenian", "Yerevan", "Hayastan")
    (claim,) = counts_of(text, Conflict(parties=(Party("Armenia", "Armenia", aliases=aliases),)))
    assert (claim.party, claim.place) == (party, None)


def test_a_casebook_of_a_war_of_states_says_whose_the_dead_of_a_document_about_one_of_them_are() -> None:
    text = "Prosecutors in Peru said that ten people had been killed. Peru's army lost nine tanks."
    sides = (Party("Peru", "P", kind="state"), Party("Chile", "C", kind="state"))
    assert [claim.party for claim in counts_of(text)] == [None, "Peru"]
    assert [claim.party for claim in counts_of(text, Conflict(parties=sides))] == ["Peru", "Peru"]


def test_the_enemy_is_of_another_side_as_the_casebook_has_it() -> None:
    text = (
        "Peru and Bolivia fought Chile. Bolivia's army and Peru's army fought. Peru's army said it killed 30."
    )
    allies = (
        Party("Peru", "P", kind="state"),
        Party("Bolivia", "P", kind="state"),
        Party("Chile", "C", kind="state"),
    )
    (claim,) = counts_of(text, Conflict(parties=allies))
    assert (claim.party, claim.actor) == ("Chile", "Peru")


@pytest.mark.parametrize(("text", "scope"), SCOPES)
def test_count_has_its_scope(text: str, scope: str) -> None:
    assert read(text).scope == scope


@pytest.mark.parametrize(("text", "scope"), FIRST_SCOPES)
def test_first_of_two_counts_has_its_own_scope(text: str, scope: str) -> None:
    assert counts_of(text)[0].scope == scope


@pytest.mark.parametrize(("text", "first", "last"), DATES)
def test_count_has_its_dates(text: str, first: str | None, last: str | None) -> None:
    claim = read(text)
    assert (claim.from_date, claim.to_date) == (first, last)


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_count_has_its_place(text: str, place: str | None) -> None:
    assert read(text).place == place


def test_a_list_of_one_sides_losses_goes_on_past_the_name_of_the_war() -> None:
    killed, missing = counts_of(
        "The Armenian authorities report 3,825 servicemen killed in the war and 187 missing."
    )
    assert (killed.party, missing.party) == ("Armenia", "Armenia")
