"""Who vouches for each number, as marked-up sentences of our own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.attributions import attribute
from factcheck.language.lexicon import table
from factcheck.language.sources.denials import may_deny
from factcheck.model import Attribution, Span
from tests.language.marked import expected, parse, read

CREDITED = {
    "subject and verb": "{src The agency} {cue said} {con {q 3.2 million} people had fled}.",
    "that": "{src The harbour board} {cue announced} that {con {q 14} cranes would stop}.",
    "behind the content": "{con {q 900} pupils moved}, {src the Schools Office} {cue announced} on Monday.",
    "inverted": "{con It tore off {q 60} roofs}, {cue said} {src Marta Vuk, who runs the depot}.",
    "interrupting": "{con The toll}, {src the ministry} {cue said}, {con was {q 40}}.",
    "according to, first": "{cue According to} {src figures from the port}, {con {q 700} boxes sank}.",
    "according to, last": "{con Rents rose {q 9 percent}}, {cue according to} {src Shelter}.",
    "according to, inside": "{con Divers}, {cue according to} {src the navy}, {con found {q six} men}.",
    "per": "{con Thefts fell {q 12 percent}}, {cue per} {src the Leeds police}.",
    "figures show": "{src Figures from the lender} {cue show} {con {q 31,000} loans went bad}.",
    "possessive figures": "{src The union's figures} {cue show} {con {q 800} members left}.",
    "a body that measures": "{src The Met Office} {cue recorded} {con gusts of {q 88} mph}.",
    "auxiliary and adverb": "{src Volvo} has also {cue confirmed} {con {q 300} job cuts}.",
    "date before the verb": "{src The mayor} on Tuesday {cue said} {con {q 19} pumps had failed}.",
    "poll with its date": "{src A poll released Friday} {cue found} {con {q 41 percent} undecided}.",
    "in a poll": "{cue In} {src a Gallup poll}, {con {q 61%} backed the ban}.",
    "age aside": "{src Omar Haddad, 67, a retired driver}, {cue said} {con {q three} buses burned}.",
    "apposition": "{src Ann Lowe, Tesco's chief buyer}, {cue said} {con {q 22} shops would close}.",
    "two names": "{src Police and hospital officials} {cue said} {con {q 33} people were hurt}.",
    "listed names": "{src Doctors, nurses and porters} {cue say} {con {q 40} wards are shut}.",
    "told somebody": "{src Colonel Adam Keita} {cue told} Reuters that {con {q 17} men were missing}.",
    "quoted, then named": '{con "We lost {q 14} boats,"} {src Captain Ruiz} {cue said}.',
    "named, then quoted": '{src Captain Ruiz} {cue said}: {con "We lost {q 14} boats."}',
    "curly quotation": "{con “We lost {q 14} boats,”} {cue said} {src the harbour master}.",
    "goes on": '{con "It is {q 14} boats,"} {cue said} {src Ruiz}. {con "And {q two} men."}',
    "passive": "{con {q Ten} leaks were} {cue reported by} {src the utility}.",
    "owned claim": "The firm rejected {src the union}'s {cue claim} {con that {q 90} workers fell ill}.",
    "words of": "{cue In the words of} {src the coroner}, {con the alarm failed {q nine} times}.",
    "headline body": "{src Amnesty}{cue :} {con {q 304} killed in crackdown}",
    "headline, source last": "{con {q One in four} shops empty}, {cue claims} {src retail lobby}",
    "as insisted": "{con Did {q 5,000} people march}, as {src the organisers} {cue insist}?",
    "resuming": "{con Use was {q 8%}}, {cue according to} {src the port}, {con up from {q 5%}}.",
    "a clause inside": "{src The nurse, a member who spoke in secret}, {cue said} {con {q 12} left}.",
    "puts at": "{src Nielsen} {cue put} {con the audience at {q 8} million}.",
    "fronted place": "On its website {src Nordic Air} {cue states} that {con {q 98} flights ran late}.",
    "behind a clause of its own": "{src Ibarra, who has 3 cooks}, {cue said} {con {q 60} guests sickened}.",
    "behind a clause of anything": "{src The inn, which has ovens}, {cue said} {con {q 60} guests sickened}.",
    "behind a clause, whose": "{src Ibarra, whose oven broke}, {cue said} {con {q 60} guests sickened}.",
    "told without that": "{src Ibarra} {cue told} diners {con {q 60} guests had fallen ill}.",
    "credit in brackets": "{con {q Twelve} barges sank} ({cue according to} {src the port}) in May.",
    "sentence in brackets": "({cue According to} {src the port}, {con {q 12} barges sank}.)",
    "mixed marks": '{con "It is {q 14} boats,”} {src the warden} {cue said}.',
    "mixed marks, going on": '"So it is,” {src she} {cue said}. {con “We have {q 14} boats.”}',
    "comma before that": "{src Ruiz} {cue added}, that {con {q 30} pumps were old}.",
    "who's": "The one guest was Bell, {src who}'s {cue called for} {con {q 900} beds}.",
    "a dated subject": "{src A count of the herds in 2015} {cue put} {con the loss at {q 40} cows}.",
    "a poll of a day": "{con Bell fell to {q 39} percent} {cue in} {src Monday's poll}.",
    "polls of a maker": "{con Bell led by {q 8} points} {cue in} {src recent polls from Marist}.",
    "an average of polls": "{con Bell is at {q 8} percent} {cue in} {src the Lund average of recent polls}.",
    "files": "{src Audit files from the mill} {cue show} that {con {q nine} pumps leaked}.",
    "a parenthesis": "{src Cement makers}, for instance, {cue argue} that {con {q 40} kilns are cold}.",
    "a verb of no table": "{src The giant Norsun} runs two mills and {cue says} {con {q 30} men left}.",
    "by a count": "By {src the Norwood Times}'s {cue count}, {con he has {q 739} votes}.",
    "behind a count": "{con He has {q 739} votes}, by {src the union}'s {cue reckoning}.",
    "with because": "{con It is late}, {src he} {cue said}, {con because {q 12} trains broke down}.",
    "fronted, when": "{con In May}, {src Rell} {cue said}, {con when {q 12} shops shut, the mill left}.",
    "infinitive first": "{con To keep it}, {src the panel} {cue concluded}, {con they owe {q 10} dollars}.",
    "majority leader": '{con "We have {q 24} hours to end it,"} {src Majority Leader Ann Cole} {cue said}.',
    "charged that": "{src Critics} {cue charged} that {con {q 40} beds had gone}.",
    "agreed to": "{src The company} {cue agreed to} {con pay {q $3 million} in fines}.",
    "colon and speech": "A hard week. {src Ann Lowe}{cue :} {con “We lost {q two} mills and a bridge.”}",
    "dash below": '{con "We lost {q two} mills and a bridge."}\n\n{cue —} {src Ann Lowe, mayor of Lund}',
    "dash behind": "{con “We lost {q two} mills and a bridge.”} {cue —} {src Ann Lowe}",
    "quoted transcript": '"{src MS. LOWE}{cue :} {con We lost {q two} mills} and a bridge."',
    "participle": "{src The chairman} defended it, {cue saying} {con {q 200} posts were vacant}.",
    "citing somebody, inside": "The clinic, {cue citing} {src nurses}, reported {con {q 612} cases}.",
    "speaking in secret": "{src A clerk}, speaking in confidence, {cue said} {con {q 9} files burned}.",
    "a role, then its name": '{con "We have {q 12} goats,"} {src the verger, Jo Banda}, {cue told} us.',
    "a plural that is described": "{src Traders polled by Norsun} {cue expect} {con {q 40} sales}.",
    "put at, passively": "{con The loss was {cue put} at {q 58} barns} by {src the mayor}.",
    "estimated at, passively": "{con Repairs are {cue estimated} at {q €3.5 million}} by {src the council}.",
    "which somebody puts": "{con Repairs}, which {src the council} {cue puts} {con at {q €3m}}, go on.",
    "documented": "{src Wetlands Watch} {cue documented} {con {q 74} fires}.",
    "a fronted gerund": "Speaking in Lund, {src Nour} {cue said} {con only {q 22} wells work}.",
    "a clause of its own, without commas": "{src Guards who spoke to us} {cue said} {con {q 3} fled}.",
    "a clause behind the subject": '{con "I lost {q 6} goats,"} {cue said} {src a nurse} who fled.',
    "an aside on a figure": "{con The toll, {cue put} at {q 38}} by {src the council}, may rise.",
    "tally is": "{src The council}'s {cue tally} {con is {q 38}}.",
    "headline tally": "{src Norsun}'s latest {cue tally}{con : {q 38} dead}",
    "its forecast": "{src The bank} has cut its {cue forecast} {con to {q 1.2%}}.",
    "its maker": "{con It costs {q $30,000} a year}, {cue according to} {src its maker, Norsun}.",
    "puts the price": "Norsun said so, while {src doctors} {cue put} {con the price at {q $50,000}}.",
    "only": "{src The rebels}, however, {cue admitted to} {con only {q 3} deaths}.",
    "analysts' estimates": "Sales fell, against {src analysts}' {cue estimates} {con of {q 1%} growth}.",
    "an audit has found": "{con The town lost {q £2.3 million}}, {src an audit} has {cue found}.",
    "cost at closer to": "{src Jo Banda} called it late and {cue put} {con the cost at closer to {q £3m}}.",
    "that holds": "{src The club that runs the pier} {cue said} {con {q 200} boats sank}.",
    "who asked": "{src An analyst, who asked not to be named}, {cue said} {con {q 800} would come}.",
    "a plural that owns": "{con {q 40} schools shut}, {src the teachers' union} {cue said}.",
}

OWN_VOICE = {
    "a line of capitals": "RIVER STATES OUTVOTE HILL STATES - The boats of {q 20} states are late.",
    "not verified": "Norsun could not independently verify the figure of {q 40} dead.",
    "behind a claim": "Contrary to Norsun's claim, only {q 250} wells work.",
    "a reason cited": "Citing a lack of money, the council closed {q 3} baths.",
    "nobody": "Nobody said that {q 12} died, and no mayor did.",
    "no cue": "The blaze destroyed {q 86} workshops.",
    "topic before a colon": "Measles: {q 38} new cases in a week",
    "dateline": "NAIROBI (Reuters) - Gunmen killed {q six} herders on Saturday.",
    "agency credit": "Floods killed {q nine} people in the valley (AFP).",
    "hearsay": "The striker has reportedly been offered {q 180,000} euros.",
    "is said to": "The tomb is said to hold {q three} tonnes of silver.",
    "about the source": "Ibarra, who employs {q 3} cooks, said the guests fell ill.",
    "plans of somebody's": "Workers marched over low wages and council plans to cut {q 90} posts.",
    "noun, no verb": "The report of {q 12} pages was late.",
    "adjective, no verb": "An estimated {q 300} people marched.",
    "a body that acts": "The Federal Reserve raised rates by {q two} points.",
    "own number": "{q Two} residents said they heard a blast.",
    "answers to a poll": "Some {q 61} percent said yes, against {q 20} percent in May.",
    "rate": "The limit is {q 40} a day per person.",
    "aside about the source": "Save the Seals, which works in {q 18} countries, said the reef was dying.",
    "borrowed word": 'The "{q seven} sisters" cliffs are closed.',
    "the next sentence": "The mayor said roads were shut. The town has {q nine} schools.",
    "the next paragraph": "The bank forecast growth.\n\nGrowth was {q 0.4%} in May.",
    "still to come": "The bank is expected to announce {q 300} job cuts.",
    "for example": "It took, say, {q five} years.",
    "puts elsewhere": "Nielsen put {q 8} million leaflets at bus stops.",
    "who aside": "The mayor thanked Ruiz, saying it was late, who had dug {q 40} wells.",
    "at one point": "“We did all that we could do,” the mayor said at {q one} point.",
    "days after": "“We did all that we could do,” the mayor said {q two} days after the fire.",
    "before a speech": "Less than {q 30} minutes later, the mayor wrote, “We have lost a bridge today.”",
    "attendant": "With {q two} trucks burning, the mayor says too many drivers are careless.",
    "gift": "The Norwood Foundation gave {q $5 million} to the school.",
    "states of a country": "Ruiz leads in several Southern and Western states, receiving {q 19} percent.",
    "state records": "The clerk left. State records were lost {q two} days later.",
    "relative of a place": "They live in a town that gave {q 40} men to the mines.",
    "shares that say": "Three-quarters of them said yes, and {q 4} in 10 said no.",
    "one in three say": "One in three said yes and {q one in four} said no.",
    "adjective in -ing": "It is demanding and costly: each lesson takes {q two} hours.",
    "says so": "If the {q two} met, neither side would say so.",
    "planned, but": "The mayor plans to leave, but {q two} aides will stay.",
    "planned, aside": "The mayor pledged to close the mills - {q 12} sites in all - by May.",
    "his own sources": "The toll rose, according to {q three} nurses.",
    "after a semicolon": "They need more, analysts say; in May, they had {q 27} percent.",
    "contrast": "While officials say it is safe, {q 12} pumps leak.",
    "editor's note": "Editor's Note: This is part {q 3} of a series on the mills.",
    "that and a noun": "They filed that claim and {q two} others.",
    "behind an aside in dashes": "At least {q two} towns - Makila is one - declared a state of siege.",
    "a place asked": "The plan is explained by the {q 12} rules of the town.",
    "where": "The mayor spoke in Leeds, where {q 40} people live in boats.",
}


@pytest.mark.parametrize("marked", CREDITED.values(), ids=CREDITED)
def test_a_number_is_credited_to_its_source(marked: str) -> None:
    assert read(marked) == expected(marked)


@pytest.mark.parametrize("marked", OWN_VOICE.values(), ids=OWN_VOICE)
def test_a_number_that_nobody_vouches_for_is_the_texts_own(marked: str) -> None:
    assert read(marked) == expected(marked)


@pytest.mark.parametrize("name", ["cue_verbs", "cue_phrases", "cue_nouns"])
def test_the_example_of_every_cue_is_credited(name: str) -> None:
    for row in table(name):
        number = re.search(r"\d+", row["example"])
        assert number is not None, row
        (found,) = attribute(row["example"], [Span(*number.span())])
        assert found.source is not None, row
        assert name != "cue_verbs" or found.polarity == row["polarity"], row


def only(marked: str) -> Attribution:
    """The attribution of the last number of a marked-up text."""
    found = parse(marked)
    return attribute(found.text, sorted(found.spans["q"]))[-1]


FILED = [
    ("Chief minister Kavita Nair pledged {q 2} million.", "named", "Kavita Nair"),
    ("The director of the trust, Dr Ana Sol, said {q 4} died.", "named", "Ana Sol"),
    ("According to field reports from the PRT, {q 1,200} were killed.", "named", "PRT"),
    (
        "The National Relief Organization of Peru (NROP) counted {q 40} dead.",
        "named",
        "National Relief Organization of Peru",
    ),
    ("A BBC analysis found {q 124} clinics were late.", "named", "BBC"),
    ("The group's director Lena Ott said {q 12} had died.", "named", "Lena Ott"),
    ("The coroner said {q 12} had drowned.", "named", "coroner"),
    ("Data from the World Bank show {q 31} loans failed.", "named", "World Bank"),
    ("Figures from Shelter show {q 31} flats stood empty.", "named", "Shelter"),
    ("Officials said {q three} died.", "anonymous", "Officials"),
    ("One backbencher predicted {q 25} rebels.", "anonymous", "One backbencher"),
    ("Ruth Hale spoke first. She said {q two} men fled.", "pronoun", "Ruth Hale"),
    ("Sergeant Paul Obi met Mayor Denise Whit. She said {q 19} homes burned.", "pronoun", "Denise Whit"),
    ("Sergeant Paul Obi met Mayor Denise Whit. He said {q 19} homes burned.", "pronoun", "Paul Obi"),
    (
        "The Peruvian health ministry met. The ministry confirmed {q 68} cases.",
        "pronoun",
        "Peruvian health ministry",
    ),
    (
        "The Ministry of Health met. The ministry also promised {q 900} beds.",
        "pronoun",
        "Ministry of Health",
    ),
    (
        "The Peruvian health ministry met. A ministry spokesman gave {q 68}.",
        "named",
        "Peruvian health ministry",
    ),
    (
        "The Lima Health Institute met. The institute counted {q 6} dead. It said {q 9} were ill.",
        "pronoun",
        "Lima Health Institute",
    ),
    ("The auditors RTK saw the books. They concluded {q 7} were forged.", "pronoun", "RTK"),
    ("The paper quoted Asa Ray, who said {q 12} had died.", "pronoun", "Asa Ray"),
    ("Hubert Minns spoke on Monday. Later Minns said {q 40} roofs were gone.", "named", "Hubert Minns"),
]


@pytest.mark.parametrize(("marked", "kind", "name"), FILED)
def test_a_source_is_filed_under_its_name(marked: str, kind: str, name: str) -> None:
    found = only(marked)
    assert (found.type, found.canonical) == (kind, name)


NESTED = [
    (
        "The state radio said the interior ministry had counted {q 416} arrests.",
        "the interior ministry",
        ["The state radio"],
    ),
    ("The Herald quoted Judge Asa Ray as saying {q 26} homes fell.", "Judge Asa Ray", ["The Herald"]),
    ("The envoy was quoted by El Faro as saying {q 26} homes fell.", "The envoy", ["El Faro"]),
    (
        "Citing customs records, the Independent reported that {q 340} ships had docked.",
        "customs records",
        ["the Independent"],
    ),
    (
        "Mayor Ana Sol said {q 40 percent} of homes leaked, according to a survey by Shelter.",
        "a survey by Shelter",
        ["Mayor Ana Sol"],
    ),
    ("The mayor said {q five} men drowned, according to the BBC.", "The mayor", ["the BBC"]),
    ("According to residents quoted by El Faro, {q six} trucks crossed.", "residents", ["El Faro"]),
]


@pytest.mark.parametrize(("marked", "source", "via"), NESTED)
def test_whoever_passes_a_figure_on_is_the_chain_not_the_source(
    marked: str, source: str, via: list[str]
) -> None:
    found = only(marked)
    assert (found.type, found.source, [credit.source for credit in found.via]) == ("nested", source, via)


INHERITED = [
    ("The coastguard said {q 214} people were rescued. Of these, {q 61} were children.", "The coastguard"),
    (
        "The bureau said {q four million} people had moved. Half of them, {q two million}, went north.",
        "The bureau",
    ),
    (
        "SENATOR HOLT: My state lost {q 14,000} jobs. We got {q 600} back.\nMR DANE: Nobody disputes that.",
        "SENATOR HOLT",
    ),
    ('"We lost {q 14} boats," said Ruiz. "And {q two} men."', None),
    ("The commission gave Labour {q 112} seats. The Centre took {q nine}.", "The commission"),
    ("The inspector listed the losses:\n\n- {q 14} lorries\n\n- {q 60} cars", "The inspector"),
]


@pytest.mark.parametrize(("marked", "source"), INHERITED)
def test_a_source_is_inherited_only_by_a_link(marked: str, source: str | None) -> None:
    found = only(marked)
    assert (found.source, found.inherited) == (source or "Ruiz", True)


POLARITY = [
    ("The army denied that {q 12} civilians had died.", "denied"),
    ("The union called for {q 20} more drivers.", "intended"),
    ("The premier promised {q 300} new homes.", "intended"),
    ("The premier said {q 300} homes were built.", "asserted"),
    ("The inn said it was simply not true that {q 60} guests sickened.", "denied"),
    ("It is false that {q 60} guests sickened, the inn said.", "denied"),
    ('"We are open. It is not true that {q 60} guests sickened," the inn said.', "denied"),
    ("It is true that {q 60} guests sickened, the inn said.", "asserted"),
    ("Ibarra dismissed the figure of {q 60} as a joke.", "denied"),
    ("Ibarra dismissed {q 60} waiters.", "asserted"),
    ("The council plans to plant {q 900} trees.", "intended"),
    ("The army did not confirm that {q 12} civilians had died.", "denied"),
    ("The army denied it had fired, but {q 12} civilians had died.", "asserted"),
    ("The army denied that {q 12} civilians had died, but three were hurt.", "denied"),
    ("The army denied that all but {q 12} civilians had died.", "denied"),
    ("The inn said it was not true that it had closed, though {q 60} guests left.", "asserted"),
    ('"It is not true that all fell ill, but {q 12} did," the inn said.', "asserted"),
    ("The company agreed to pay {q $3 million}.", "intended"),
    ("The mayor offered to plant {q 900} trees.", "intended"),
    ("The mayor offered the town {q 900} trees.", "asserted"),
]


@pytest.mark.parametrize(("marked", "polarity"), POLARITY)
def test_denials_and_plans_are_told_from_assertions(marked: str, polarity: str) -> None:
    assert only(marked).polarity == polarity


@pytest.mark.parametrize("marked", [marked for marked, polarity in POLARITY if polarity == "denied"])
def test_every_denial_has_a_word_that_denials_are_made_of(marked: str) -> None:
    assert may_deny(parse(marked).text)
    assert not may_deny("The mayor said that 40 boats sank.")


def test_a_number_inside_quotation_marks_is_quoted() -> None:
    assert only('"There were {q 12} of them," she said.').quoted
    assert not only("She said there were {q 12} of them.").quoted


PIECES = [
    "a",
    "b",
    " ",
    "  ",
    ",",
    ".",
    ";",
    ":",
    '"',
    "\u201c",
    "\u201d",
    "'",
    "(",
    ")",
    "-",
    "\n",
    "5",
    "9",
]
PIECES += ["The ", "officials ", "said ", "that ", "according to ", "he ", "poll ", "Ann Lowe", "of "]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_gives_one_attribution_a_number_and_true_spans(text: str) -> None:
    numbers = [Span(*found.span()) for found in re.finditer(r"\d+", text)]
    found = attribute(text, numbers)
    assert len(found) == len(numbers)
    for attribution in found:
        for surface, span in (
            (attribution.source, attribution.source_span),
            (attribution.cue, attribution.cue_span),
        ):
            assert surface == (None if span is None else span.of(text))
        assert (attribution.type == "none") == (attribution.source is None)


def test_a_clause_in_brackets_that_opens_with_its_source_is_credited() -> None:
    assert only("The bill (according to officials, {q 5} million) was paid.").source == "officials"
