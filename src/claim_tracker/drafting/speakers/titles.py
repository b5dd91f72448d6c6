"""The words of titles, offices, bodies and things, by which names are told apart."""

TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady minister president premier chancellor "
    "secretary governor gov mayor senator sen rep congressman congresswoman representative deputy "
    "executive officer ceo cfo coo chairman chairwoman chair chairperson director manager head "
    "chief leader whip spokesman spokeswoman spokesperson general gen colonel col lieutenant lt "
    "captain capt major maj commander sergeant sgt admiral adm brigadier inspector superintendent "
    "commissioner judge justice magistrate prosecutor attorney lawyer solicitor ambassador envoy "
    "councillor cllr councilman alderman mp coach boss founder co-founder editor analyst economist "
    "engineer scientist researcher bishop archbishop cardinal pope pastor rabbi imam sheikh prince "
    "princess king queen emperor collector adviser advisor speaker undersecretary treasurer warden "
    "principal headteacher curator negotiator mediator detective constable sheriff marshal insider "
    "correspondent columnist reporter commentator presenter historian author activist businessman "
    "businesswoman actor actress singer campaigner broker strategist consultant physicist "
    "biologist geologist ecologist epidemiologist archaeologist meteorologist pm md mla mep sherpa "
    "designer counsel hydrologist forecaster striker midfielder defender goalkeeper winger skipper "
    "provost rector taoiseach t\u00e1naiste candidate nominee incumbent hopeful".split()
)
"""The words of titles, which stand before a name."""
BODIES = frozenset(
    "department ministry council agency authority court company bank union committee university "
    "police party group association federation board commission office service government "
    "parliament assembly institute fund foundation trust club school hospital airline airways "
    "city county state army navy force corps command corporation co inc ltd plc times post "
    "gazette leader news herald journal observatory society network alliance coalition league "
    "front bloc movement programme program bureau centre center administration air rail "
    "organization organisation nations republic kingdom states retail motors energy media holdings "
    "partners industries".split()
)
"""The last words of the names of bodies, which are no persons."""
_SHORT_COURTESIES = "Mr Mrs Ms Dr Prof Gen Col Sen Gov Rep Capt Sgt Lt Maj"
COURTESIES = (
    "His_Excellency Her_Excellency H\\.E HE Atty Engr Alhaji Miss Doctor Sir Dame Lord Lady Cllr "
    f"Cr Messrs Professor Judge Justice {_SHORT_COURTESIES}"
)
"""What stands before a name and is left out of it."""
WITH_STOP = f"{_SHORT_COURTESIES} St Rev Jr Sr"
"""What stands in a name with a full stop."""
OFFICES_IN_FULL = {
    "Gov": "Governor",
    "Sen": "Senator",
    "Rep": "Representative",
    "Gen": "General",
    "Col": "Colonel",
    "Capt": "Captain",
    "Sgt": "Sergeant",
    "Supt": "Superintendent",
}
"""The offices that are shortened before a name."""
OFFICES = (
    "Minister President Officer Secretary Governor Mayor Commissioner Director Chairman Chief "
    "Commander "
    r"General Col\. Gen\. Gov\. Sen\. Superintendent Chancellor Premier Ambassador"
)
"""The offices with which an article introduces persons: `Transport Minister Lena Harwick`."""
HELPERS = (
    "aide aides adviser advisers advisor advisors assistant lawyer lawyers attorney attorneys "
    "spokesman spokeswoman spokesperson representative counsel deputy"
)
"""Who is named by the person whom they help: `an aide to President Bell`."""
THINGS = frozenset(
    "highway road street avenue lane bridge tunnel river lake island bay stadium airport tower "
    "square park plan act bill law accord treaty agreement cup prize award day festival games "
    "project scheme hall dam pipeline report study survey".split()
)
"""The last words of names that are those of neither persons nor bodies: `the Bell Bridge`."""
PEOPLES = (
    "american british english scottish welsh irish french german italian spanish portuguese dutch "
    "belgian swiss austrian greek turkish polish hungarian russian ukrainian chinese japanese "
    "korean taiwanese indian indonesian israeli palestinian iranian syrian egyptian canadian "
    "mexican brazilian australian african european asian"
)
"""The adjectives of peoples, which stand beside an office and are no bodies: `French envoy`."""
