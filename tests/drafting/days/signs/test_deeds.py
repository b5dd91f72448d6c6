"""Times of deeds that something else tells of, which are no deadlines."""

import pytest

from tests.drafting.days.to_come import to_come


@pytest.mark.parametrize(
    "sentence",
    [
        "It will tell how it is to react to Friday's volley.",
        "They will come under fire for their comments on Friday.",
        "The blast Tuesday follows two others.",
        "The start was put off on Tuesday because of rain.",
        "It passed in Wednesday's early hours and will become law.",
        "They warned it after its reaction to a speech on Thursday.",
        "It takes time for the cuts this year to lower prices.",
        "Regulators ordered the bank to pay in April after finding faults.",
        "A pact was signed in the wake of the floods of 3 April 2001.",
        "The court will hear an appeal filed in March.",
        "Police will question a man held on Sunday.",
        "The committee will look at what happened on Monday.",
        "It follows a walkout in March that left lines shut.",
        "It will stay shut after closing on Monday.",
        "He will stand trial over a crash in June.",
        "She will appeal against a ruling in June.",
        "The fair ended, with shops opening again in April.",
        "The storm hit, with winds reaching 90 km an hour on Tuesday.",
        "Her decision to quit in April shocked the town.",
        "The board had shut the line to all ships with effect from April 20.",
        "The town is angry at its decision to sell the yard in April.",
        "He will be tried over a murder in October.",
        "She is to be sentenced for a theft in November.",
        "He is likely to be banned for a foul on Saturday.",
        "He is appealing against his conviction in September.",
        "He will answer questions about his remarks on Sunday.",
        "No one will forget the day in June when the wall fell.",
        "The rule does not apply to goods shipped before June 3.",
        "Those who applied by Friday will be heard.",
        "The victims of the fire in October will get $3m.",
        "The hearing will look at the answer of the police to a riot in August.",
        "The inquest into the death of a man in October will be held in secret.",
        "The team will try to build on its win on Saturday.",
        "Fresh from her win over Calder on Sunday, Bell will play on.",
        "Following its win on Sunday, the club will go up.",
        "Despite the loss on Sunday, the club will stay up.",
    ],
)
def test_the_time_of_a_deed_beside_is_no_deadline(sentence: str) -> None:
    assert to_come(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("The town will mark the anniversary of the fire in June.", "in June"),
        ("There is a risk of an attack on Friday.", "on Friday"),
        ("Doctors will strike over a death in custody on Monday.", "on Monday"),
        ("They will march over a shooting in Calder on Friday.", "on Friday"),
        ("The inquest into the fire will open in June.", "in June"),
        ("The rule applies to goods, and must be changed before June 3.", "before June 3"),
        ("She will give her remarks on Sunday.", "on Sunday"),
        ("In response to the attack, the army will close the border on Friday.", "on Friday"),
        ("The team needs a win on Saturday to go up.", "on Saturday"),
        ("The summit on the riots will be held in June.", "in June"),
        ("The suspect in a stabbing at the station will be tried on June 3.", "on June 3"),
        ("The man arrested over a fire at a school will be tried in June.", "in June"),
        ("An inquest into the deaths at the ward will open in June.", "in June"),
        ("A trial into the fire at the tower is set to begin in June.", "in June"),
        ("An inquiry into a crash on the bridge is due in June.", "in June"),
        ("He was held over a murder in October and will be tried in June.", "in June"),
        ("The house will vote on the killings on Monday.", "on Monday"),
        ("Members plan a hearing on the shootings in June.", "in June"),
        ("There is a chance of a flood on Friday.", "on Friday"),
        ("The minister will explain his decision on Friday.", "on Friday"),
        ("The agency will report on a fire on Friday.", "on Friday"),
        ("Despite the war the harvest begins in June.", "in June"),
        ("Following a meeting on Friday, the two will sign.", "on Friday"),
        ("Despite the strike on Friday, trains will run.", "on Friday"),
        ("The trial of a man over the murder of his wife starts in June.", "in June"),
        ("Bell is eligible to be freed in June.", "in June"),
        ("The club will mark its win on Saturday.", "on Saturday"),
        ("The firm expects its first loss in 2027.", "in 2027"),
        ("Those affected will be paid by June 2026.", "by June 2026"),
        ("Those who applied before June 3 will be paid by August.", "by August"),
        ("Anyone affected will be told by June.", "by June"),
        ("Homes eligible for the grant will be paid in July.", "in July"),
        ("The rules apply to goods shipped before June 3 and end on July 1.", "on July 1"),
        ("The change affects 400 jobs and will be made in June.", "in June"),
        ("Despite protests by unions the board hopes to pass it in June.", "in June"),
        ("Given the delay it aims to open in June.", "in June"),
    ],
)
def test_the_time_of_what_follows_a_deed_is_to_come(sentence: str, phrase: str) -> None:
    assert to_come(sentence) == [phrase]
