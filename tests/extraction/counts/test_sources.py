"""Who says a count, whether it is asserted or denied, and how the text hedges it: sentence to source."""

import pytest

from counterclaim.extraction import extract
from counterclaim.model import Claim, Conflict, Document
from counterclaim.partial_date import PartialDate

# Each row: the text, then for its last count the source, the stance and the hedge.
SOURCES = [
    (
        "Peru's information centre said that ten people were killed.",
        "Peru's information centre",
        "asserts",
        None,
    ),
    (
        "Ten tanks were reported destroyed by Peru's Defence Ministry.",
        "Peru's Defence Ministry",
        "asserts",
        None,
    ),
    ("Ten tanks were reported destroyed by shelling.", None, "asserts", "reported"),
    # A role takes up the name that it was told of, and a name that is told later is whose it was.
    (
        "Ali Hamid, governor of Aden, spoke on Monday. He said 20 were hurt.\n\n"
        "According to the governor, ten people were killed.",
        "Ali Hamid",
        "asserts",
        None,
    ),
    (
        "A rebel spokesman said that ten people were killed.\n\nThe spokesman, A. Hamid, spoke by telephone.",
        "A. Hamid",
        "asserts",
        None,
    ),
    ("Two nurses in the capital, Aden, said that ten died.", "Two nurses", "asserts", None),
    ("Residents of Aden, Yemen, said that ten died.", "Residents", "asserts", None),
    (
        "The Peace Committee on Thursday released a report claiming ten died.",
        "Peace Committee",
        "asserts",
        None,
    ),
    ("Fifteen hospitals were bombed in a month (Doctors' Union).", "Doctors' Union", "asserts", None),
    ("Ten people were killed by the Rapid Support Forces (RSF).", None, "asserts", None),
    ("The monitor divides the dead as follows: ten rebels, 12 soldiers.", "monitor", "asserts", None),
    ("A doctor inside the zone said that ten died.", "doctor", "asserts", None),
    ("Residents of Aden say that ten died.", "Residents", "asserts", None),
    ("TamilNet, a website, later raised the toll to 47.", "TamilNet", "asserts", None),
    ("Ten died, the Red Cross said. No UN staff were killed, they said.", "Red Cross", "asserts", None),
    ("Ali Hamid said two died. According to official data, ten died.", "official data", "asserts", None),
    ("Figures vary, with the rebels claiming 250 dead.", "rebels", "asserts", None),
    ("A report on the war, on paper, claimed they had lost 500 men.", None, "asserts", None),
    ("Russian Defence Ministry briefing\n\nTwo tanks were hit.", "Russian Defence Ministry", "asserts", None),
    ("Two men died, a military source said. He said ten died.", "military source", "asserts", None),
    ("A source with knowledge of the events said that ten died.", "source", "asserts", None),
    ("Two officials familiar with the matter said ten died.", "Two officials", "asserts", None),
    ("A source close to the army said ten died.", "source close to the army", "asserts", None),
    ("Ten died, the army and a local lawmaker said.", "army and a local lawmaker", "asserts", None),
    (
        "Ten died, an official in the Kandy administration said.",
        "official in the Kandy administration",
        "asserts",
        None,
    ),
    ("The count rose: ten soldiers, says Ali Hamid, a spokesman.", "Ali Hamid", "asserts", None),
    ("On the day of the ceasefire Ali Hamid spoke of ten dead.", "Ali Hamid", "asserts", None),
    ("The army raised its figures for the last days to ten killed.", "army", "asserts", None),
    ("Ten people were killed.", None, "asserts", None),
    ("Our Sunday edition said that 34 people had died. That was wrong.", None, "retracts", None),
    ("Our Sunday edition said that 34 people had died. That was a bad day.", None, "asserts", None),
    (
        "The UN Human Rights Office received reports of 53 deaths.",
        "UN Human Rights Office",
        "asserts",
        "reported",
    ),
    (
        "Peru's Prosecutor's Office named 12 dead.\n\nThe ombudsman of Chile counts ten houses destroyed. "
        "Its report adds damage to 96 schools.",
        "ombudsman of Chile",
        "asserts",
        None,
    ),
    ("The Defence Ministry said that ten soldiers were killed.", "Defence Ministry", "asserts", None),
    ("Ten soldiers were killed, the Defence Ministry said.", "Defence Ministry", "asserts", None),
    ("Ten soldiers, the Defence Ministry said, were killed.", "Defence Ministry", "asserts", None),
    ("Ten soldiers were killed, said Anna Petrova, a spokeswoman.", "Anna Petrova", "asserts", None),
    ("According to Oryx, 20 tanks were destroyed.", "Oryx", "asserts", None),
    ("Twenty tanks were destroyed, according to Oryx.", "Oryx", "asserts", None),
    ("By Oryx's count, 20 tanks were destroyed.", "Oryx", "asserts", None),
    ("Oryx has other figures: 20 tanks destroyed.", "Oryx", "asserts", None),
    (
        "Peru's Defence Ministry said 30 tanks were lost. According to the ministry, ten guns were lost.",
        "Peru's Defence Ministry",
        "asserts",
        None,
    ),
    ("Red Cross: ten bodies recovered in Aden", "Red Cross", "asserts", None),
    (
        "The report, compiled by Human Rights Watch, lists 40 civilians killed.",
        "Human Rights Watch",
        "asserts",
        None,
    ),
    ("The army at first spoke of ten dead.", "army", "asserts", None),
    ("A UN report of 1999 says that five people were killed.", "UN report", "asserts", None),
    ("News agencies at the scene spoke of at least 35 dead.", "News agencies", "asserts", None),
    (
        "The Defence Ministry spoke on Monday. It said ten soldiers were killed.",
        "Defence Ministry",
        "asserts",
        None,
    ),
    (
        "Anna Petrova, the mayor, said five people were killed. She added that 20 were wounded.",
        "Anna Petrova",
        "asserts",
        None,
    ),
    (
        "The Health Ministry said five people died. Twenty more were wounded.",
        "Health Ministry",
        "asserts",
        None,
    ),
    (
        "The Health Ministry said five people died.\n\nTwenty houses were destroyed.",
        None,
        "asserts",
        None,
    ),
    ("The government's last figures were 358 killed.", "government", "asserts", None),
    (
        "The government's last figures were 358 killed and 56 missing (67, according to Radio Aden).",
        "Radio Aden",
        "asserts",
        None,
    ),
    ("The Defence Ministry denied that ten soldiers were killed.", "Defence Ministry", "denies", None),
    (
        "The Defence Ministry rejected reports that ten soldiers had been killed.",
        "Defence Ministry",
        "denies",
        None,
    ),
    (
        "The earlier report that 34 people had been killed in Aden was wrong, the ministry said.",
        "ministry",
        "retracts",
        None,
    ),
    ("Ten soldiers were allegedly killed.", None, "asserts", "alleged"),
    ("Ten soldiers were reportedly killed.", None, "asserts", "reported"),
    ("The claim that ten soldiers were killed could not be verified.", None, "asserts", "unconfirmed"),
    (
        "The Syrian Observatory for Human Rights said ten people died. "
        "The Britain-based monitor put the wounded at 40.",
        "Syrian Observatory for Human Rights",
        "asserts",
        None,
    ),
    (
        "The Observatory distributes the dead as follows:\n– rebels: 40\n– civilians: seven",
        "Observatory",
        "asserts",
        None,
    ),
    (
        "Arrests over the call-up, announced by President Ivanov, had passed 1,300, "
        "said a group that watches the police.",
        "group",
        "asserts",
        None,
    ),
    # Figures given without a verb of saying.
    ("By Chadian account, 40 soldiers were killed.", "Chadian account", "asserts", None),
    ("– by Peruvian sources: 31 soldiers killed", "Peruvian sources", "asserts", None),
    ("Chad lost 300 soldiers by the official count.", "official count", "asserts", None),
    ("The insurgents' own claim, made on 4 May, was of 40 dead.", "insurgents", "asserts", None),
    (
        "They made a list. Khartoum's, as of Friday, runs to 52 tanks and 12 jets destroyed.",
        "Khartoum",
        "asserts",
        None,
    ),
    ("Police counted six dead. The mayor, Anna Petrova, made it nine.", "Anna Petrova", "asserts", None),
    ("The Health Ministry then went to 900 dead.", "Health Ministry", "asserts", None),
    ("Radio Aden went as high as 43 dead.", "Radio Aden", "asserts", None),
    ("By Friday the UN human rights office had at least 70 dead.", "UN human rights office", "asserts", None),
    ("By Friday the army had lost 70 men.", None, "asserts", None),
    ("Rescue workers raised their own count to 75 dead.", "Rescue workers", "asserts", None),
    ("The blast raised the death toll to 75.", None, "asserts", None),
    ("Five bombs went off, as the police had it.", "police", "asserts", None),
    ("The charity was speaking of over 140 people killed.", "charity", "asserts", None),
    # Who says it stands far from the verb, or after a passive one.
    (
        "UN experts put the soldiers killed in the far east of the country at around 4,000.",
        "UN experts",
        "asserts",
        None,
    ),
    ("The death of 35 people was confirmed on Saturday by the police.", "police", "asserts", None),
    ("Nine fighters were counted by medics at a hospital.", "medics at a hospital", "asserts", None),
    ("The committee that runs the camp for the displaced spoke of 20 dead.", "committee", "asserts", None),
    (
        "The toll has reached 512, the chairman of the committee set up to establish it said on Thursday.",
        "chairman of the committee",
        "asserts",
        None,
    ),
    ("Reuters accordingly gave a toll of 38 dead.", "Reuters", "asserts", None),
    ("The army on Monday announced 38 dead.", "army", "asserts", None),
    ("Twelve people died, the Tigers of the North (TN) say.", "Tigers of the North (TN)", "asserts", None),
    ("Its officials, who had seen the graves, could confirm 133 dead.", "officials", "asserts", None),
    ("Zin, 44, who saw it, said that ten houses had been destroyed.", "Zin", "asserts", None),
    ("The country's rights body, the NHRC, documented 40 people killed.", "NHRC", "asserts", None),
    (
        "Ten people died there, their spokesman S. Kumaran declared by telephone.",
        "spokesman S. Kumaran",
        "asserts",
        None,
    ),
    (
        "A spokesman for the ministry, Tamim al-Shami, told Radio Aden of 40 dead.",
        "Tamim al-Shami",
        "asserts",
        None,
    ),
    # Who finds a child finds no fact; who never speaks says nothing.
    ("Soldiers found one wounded child.", None, "asserts", None),
    ("A panel of inquiry found 40 people killed.", "panel of inquiry", "asserts", None),
    ("The army, which denies it, has never spoken of 40 dead.", None, "asserts", None),
    # Sources of another clause.
    ("Two days after the army announced that it was over, 50 bodies were found.", None, "asserts", None),
    (
        "The Defence Ministry registered 295 killed. They included 109 civilians, whose number a report had "
        "given as 69. Fourteen soldiers were missing.",
        "Defence Ministry",
        "asserts",
        None,
    ),
    ("Ten houses burned, the mayor said; 16 people were hurt.", "mayor", "asserts", None),
    ("Reuters, citing the police, said that ten people were killed.", "Reuters", "asserts", None),
    (
        "The government's figures were 358 killed and 56 missing (67, according to Radio Aden). "
        "Of the wounded, 122 were flown out.",
        "government",
        "asserts",
        None,
    ),
    (
        "AFP keeps a toll of 2,000 dead. The national emergency aid agency says that 50 people fled.",
        "national emergency aid agency",
        "asserts",
        None,
    ),
    (
        "At a mill 17 people died, said one of the humanitarian workers, citing witness accounts.",
        "humanitarian workers",
        "asserts",
        None,
    ),
    # A quotation of several sentences is whose its last one names.
    (
        '"Ten of our men were killed. They fought well," Anna Petrova said.',
        "Anna Petrova",
        "asserts",
        None,
    ),
    ("A battle for Aden claimed the lives of 183 rebels.", None, "asserts", None),
    ("Oman first said that 180 soldiers were killed.", "Oman", "asserts", None),
    # A rank may be shortened; the paper in which somebody says a thing is not who says it.
    ("Ten rebels died, said Brig. Samuel Okoro.", "Brig. Samuel Okoro", "asserts", None),
    ("The defence ministry in a statement said that ten rebels died.", "defence ministry", "asserts", None),
    # Of speakers within speakers the outermost is the source, also of what a quotation has others say.
    ("The UN said that the army claimed that five people were killed.", "UN", "asserts", None),
    (
        "Ali Hamid, a surgeon, said a colleague told him that seven people were killed.",
        "Ali Hamid",
        "asserts",
        None,
    ),
    ("The UN said that the army denied that five people were killed.", "army", "denies", None),
    (
        '"The army killed 40 men. Ground troops confirmed ten injured," a military spokesman said.',
        "military spokesman",
        "asserts",
        None,
    ),
    (
        'The ministry said the raid was over. "Ground troops confirmed ten injured."',
        "ministry",
        "asserts",
        None,
    ),
    # Who speaks is not counted among the dead.
    (
        "Several security sources said that 20 people were killed.",
        "Several security sources",
        "asserts",
        None,
    ),
    (
        "Two doctors and a nurse told AFP that 20 people were killed.",
        "Two doctors and a nurse",
        "asserts",
        None,
    ),
    (
        "At least ten men died, security and local sources told AFP.",
        "security and local sources",
        "asserts",
        None,
    ),
    # Where speakers are; what an outlet of one name says.
    ("A doctor in Ethiopia's Afar region said 12 people died.", "doctor", "asserts", None),
    ("Health workers at the scene believe over 80 civilians died.", "Health workers", "asserts", None),
    (
        "Pro-rebel Acornia said the fighting went on. Over 40 soldiers were killed, it said.",
        "Pro-rebel Acornia",
        "asserts",
        None,
    ),
    ("The TamilNet Web site said 40 soldiers were killed.", "TamilNet Web site", "asserts", None),
    # A noun with a capital, or a general one that says what it is, stands for the body named before.
    (
        "The Aden Rescue Committee spoke. Ten died, the Committee said.",
        "Aden Rescue Committee",
        "asserts",
        None,
    ),
    (
        "The Syrian Observatory for Human Rights spoke. Ten died, said the pro-opposition monitoring group.",
        "Syrian Observatory for Human Rights",
        "asserts",
        None,
    ),
    # Another fight is no further count of the one before; reports suggest, nobody does.
    (
        "Police said ten people died.\n\nAnother gunfight left three people dead.",
        None,
        "asserts",
        None,
    ),
    ("Preliminary reports suggest that 15 people were hurt.", None, "asserts", None),
    (
        "Arrests, announced by President Vega, for the war had passed 1,300, said a group that counts them.",
        "group",
        "asserts",
        None,
    ),
    # Figures that somebody revises, breaks down, lists or digs out are theirs.
    ("Tbilisi raises its count of war dead to 295", "Tbilisi", "asserts", None),
    ("The general broke the figure down on Friday. Five soldiers died.", "general", "asserts", None),
    ("On 20 August prosecutors produced a list of 133 civilians killed.", "prosecutors", "asserts", None),
    ("Officials there charged at the outset that 1,600 people were killed.", "Officials", "asserts", None),
    ("UNICEF sent a team. It lists 176 dead in Aden.", "UNICEF", "asserts", None),
    ("The Red Cross has recovered 28 bodies.", "Red Cross", "asserts", None),
    ("Soldiers recovered 28 bodies.", None, "asserts", None),
    ("Aden: 78 dead, says the minister; 412, says the press", "press", "asserts", None),
    ("The minister denied yesterday that 412 people were killed.", "minister", "denies", None),
    (
        "UNICEF counts the dead. The police spoke when its tally stood at 406 dead.",
        "UNICEF",
        "asserts",
        None,
    ),
    # A sentence that another body opens, or one that follows a warning, is nobody's.
    ("The Red Cross said ten people died. UNRWA serves two million people.", None, "asserts", None),
    ("The UN warned both sides. Ten people were killed in a raid.", None, "asserts", None),
    # What a bulletin says, and what only happened where somebody spoke.
    ("Missiles killed 24 people, said an official bulletin.", "official bulletin", "asserts", None),
    (
        "It was over, the minister said during a visit to Aden, where a missile killed seven people.",
        None,
        "asserts",
        None,
    ),
    # Where a dateline ends, how far a name runs, and which of two names spoke.
    ("KYIV (Reuters) Ukraine's air force said ten people died.", "Ukraine's air force", "asserts", None),
    (
        "The governor of the Odesa region said ten people died.",
        "governor of the Odesa region",
        "asserts",
        None,
    ),
    ("A photographer who visited Aden hospital said ten people died.", "photographer", "asserts", None),
    ("Ali Hamid, who lives in Kofa, where it began, said ten people died.", "Ali Hamid", "asserts", None),
    (
        "Speaking in the capital, Aden, army spokesman Ali Hamid, said ten people died.",
        "army spokesman Ali Hamid",
        "asserts",
        None,
    ),
    ("Ten people died, Ali Hamid, a city official, said by ham radio to Aden.", "Ali Hamid", "asserts", None),
    (
        '"We recovered 25 bodies in Dikwa town," said a military source who declined to be named.',
        "military source",
        "asserts",
        None,
    ),
    (
        "Ten people died, the Ministry of Health and the hospital's director said Thursday.",
        "Ministry of Health and the hospital's director",
        "asserts",
        None,
    ),
    # What opens with somebody tells of them; only a time before a speaker is the speaker's.
    ("A soldier was killed, a witness told AFP.", "witness", "asserts", None),
    ("A day later, a witness told AFP that a soldier was killed.", "witness", "asserts", None),
    # Who ends a sentence and reports all that is said in it is its source.
    (
        "The ministry said that 11 people were killed and nine hurt, Xinhua news agency reported.",
        "Xinhua news agency",
        "asserts",
        None,
    ),
    ("The police said that ten people died, the mayor said.", "police", "asserts", None),
    # When, a heading's things and whoever is accused are nobody who speaks; who ends a headline is.
    (
        "In the afternoon Norland and Sudland said that 20 soldiers were killed.",
        "Norland and Sudland",
        "asserts",
        None,
    ),
    ("The ministry accused Norland's forces of a raid and killing five people.", "ministry", "asserts", None),
    ("Equipment of the northern side: 20 tanks destroyed", None, "asserts", None),
    ("Ten killed in raid - police", "police", "asserts", None),
    ("The review found that 40 people had been killed.", "review", "asserts", None),
    # A role that no lexicon knows before a name; figures that are a noun; a relative clause that says it.
    ("Ten people died, according to army chaplain Lea Masika.", "army chaplain Lea Masika", "asserts", None),
    ("The alliance revised its official estimates of 40 civilians killed.", None, "asserts", None),
    ("The ministry, whose last update came on Tuesday, speaks of 606 deaths.", "ministry", "asserts", None),
    # A look back over the whole war is the text's own; who was named before it did not say it.
    (
        "The ministry said 30 people died. In two decades 2,400 people have been killed.",
        None,
        "asserts",
        None,
    ),
    (
        "The ministry said 30 people died. Some 5,700 have been killed in the ten months of the war.",
        None,
        "asserts",
        None,
    ),
    (
        "The ministry said 30 people died. In two days 400 people have been killed.",
        "ministry",
        "asserts",
        None,
    ),
    ("Hospital workers talked of 200 dead.", "Hospital workers", "asserts", None),
    ("The charity learned of 100 civilian deaths from the hospitals.", "charity", "asserts", None),
    ("Amnesty International puts the number of dead above 200.", "Amnesty International", "asserts", None),
    ("Rescuers are said to have counted more than 400 corpses.", "Rescuers", "asserts", "reported"),
    ("Ana Lopez, head of the agency, talks of more. By her account 30 died.", "Ana Lopez", "asserts", None),
    ("This is less than Airwars, which believes that 40 civilians died.", "Airwars", "asserts", None),
    ("A soldier was quoted as saying ten people died.", "soldier", "asserts", None),
    # A text may say whose all of its figures are.
    (
        "War in the north\n\nAll figures are from the Health Ministry.\n\nForty people were killed.",
        "Health Ministry",
        "asserts",
        None,
    ),
    # A body is "it", a person is not; the UN agency is not the UN.
    (
        "Anna Petrova said that her Aden Rescue Committee was at work. It has confirmed 316 injured.",
        "Aden Rescue Committee",
        "asserts",
        None,
    ),
    (
        "UNICEF, the UN agency for children, has an office there. Ten children were killed, the agency said.",
        "UNICEF",
        "asserts",
        None,
    ),
    ("After the raid UNICEF had documented 25 deaths.", "UNICEF", "asserts", None),
    # A quotation before its speaker is the speaker's, wherever the sentence stops.
    (
        '"Ten of our people were killed," the Defence Ministry said in a note sent to reporters.',
        "Defence Ministry",
        "asserts",
        None,
    ),
    (
        '"Ten of our people were killed," army spokesman Jan Novak told Reuters.',
        "army spokesman Jan Novak",
        "asserts",
        None,
    ),
    ('"They shot ten men," a police officer said on Monday.', "police officer", "asserts", None),
    # An outlet that is told something is not "he".
    (
        "Houses burned, a resident told Radio Free Asia. He said ten people were killed.",
        "resident",
        "asserts",
        None,
    ),
    # What stands after "according to X, while" is not X's.
    (
        "The rebels lost ten men according to the Defence Ministry, while the rebels claimed that "
        "30 soldiers had been killed.",
        "rebels",
        "asserts",
        None,
    ),
    # Doing a thing to a number of people is not saying that number.
    ("The rebels released 20 prisoners.", None, "asserts", None),
    ("On 4 May government forces entered the village and killed 26 civilians.", None, "asserts", None),
    ("The Front claimed the attack, in which 30 people were killed.", None, "asserts", None),
    ("The ministry gave a toll of 20 dead.", "ministry", "asserts", None),
    ("During the fighting Norland had claimed that 500 soldiers were killed.", "Norland", "asserts", None),
    (
        "After the war ministry said that 5 soldiers were killed, talks began.",
        "war ministry",
        "asserts",
        None,
    ),
    # Headlines.
    ("Hundreds reported killed as troops storm the city", None, "asserts", "reported"),
    ("A UN inquiry has found that 131 people were killed.", "UN inquiry", "asserts", None),
    ("Anna Petrova, speaking from Aden, said ten people were killed.", "Anna Petrova", "asserts", None),
    (
        "Troops moved on Kupwara, and six soldiers died, said Anna Petrova, the mayor.",
        "Anna Petrova",
        "asserts",
        None,
    ),
    # An hour opens the entry of a live report.
    ("11:20 Medics: 7 dead in a strike on a house", "Medics", "asserts", None),
    ("The toll was put at 600 by the Health Ministry.", "Health Ministry", "asserts", None),
    ("A farmer, 70, said he counted 55 bodies.", "farmer", "asserts", None),
    ("Aden hospital took in 12 bodies, its director told reporters.", "director", "asserts", None),
    (
        "The Defence Ministry denied this, saying that only three people had been wounded.",
        "Defence Ministry",
        "asserts",
        None,
    ),
    (
        "An air strike killed 16 people, residents and a militia member said on Friday.",
        "residents and a militia member",
        "asserts",
        None,
    ),
    (
        "The head of the region, Anna Petrova, wrote that four people were killed.",
        "Anna Petrova",
        "asserts",
        None,
    ),
]


def read(text: str) -> list[Claim]:
    """The counts of a text."""
    document = Document("made.txt", "digest", "text/plain", text, date=PartialDate("2020-10-20"))
    return [claim for claim in extract(document, Conflict()).claims if claim.kind == "count"]


@pytest.mark.parametrize(("text", "source", "stance", "hedge"), SOURCES)
def test_count_has_its_source(text: str, source: str | None, stance: str, hedge: str | None) -> None:
    claim = read(text)[-1]
    assert (claim.source, claim.stance, claim.hedge) == (source, stance, hedge)


# Texts in which the numbers of those who speak are no counts, with how many counts they hold.
SPEAKERS = [
    ("Several security sources said that 20 people were killed.", 1),
    ("Two doctors and a nurse told AFP that 20 people were killed.", 1),
    ("The army said that one soldier died and 12 others were wounded.", 2),
]


@pytest.mark.parametrize(("text", "counts"), SPEAKERS)
def test_speakers_are_not_counted(text: str, counts: int) -> None:
    assert len(read(text)) == counts


@pytest.mark.parametrize("text", [row[0] for row in SOURCES])
def test_quote_is_the_text_at_its_place(text: str) -> None:
    for claim in read(text):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.start <= claim.anchor < claim.end
