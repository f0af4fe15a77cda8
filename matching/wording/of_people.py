"""Who is taken: sex and age, groups, residence, what comes with the people, languages."""

from matching.codes import Code
from matching.wording.base import Whom, Wording, met, unknown, unmet

_EXCEPTION = ("ζητήστε εξαίρεση", "ask for an exception")

OF_PEOPLE: dict[Code, Wording] = {
    Code.SEX_AGE_TAKEN: met("δέχεται το φύλο και την ηλικία όλων", "takes everyone's sex and age"),
    Code.SEX_AGE_TOO_OLD: unmet(
        "δέχεται {whom} ως {limit}· {who} είναι {age}",
        "takes {whom} up to {limit}; {who} is {age}",
        "ζητήστε εξαίρεση για {age} αντί για {limit}",
        "ask for an exception: {age} instead of {limit}",
    ),
    Code.SEX_AGE_TOO_YOUNG: unmet(
        "δέχεται {whom} από {limit}· {who} είναι {age}",
        "takes {whom} from {limit}; {who} is {age}",
        "ζητήστε εξαίρεση για {age} αντί για {limit}",
        "ask for an exception: {age} instead of {limit}",
    ),
    Code.SEX_AGE_NOT_TAKEN: unmet("δεν δέχεται {whom}", "does not take {whom}", *_EXCEPTION),
    Code.SEX_AGE_NEEDS_ADULT: unmet(
        "δέχεται {whom} μόνο με ενήλικο του νοικοκυριού",
        "takes {whom} only with an adult of the household",
        "να μείνει μαζί και ενήλικο μέλος",
        "an adult of the household staying too",
    ),
    Code.SEX_AGE_NOT_STATED: unknown(
        "δεν έχει δηλώσει ποιους δέχεται",
        "has not stated whom it takes",
        "αν δέχεται {people}",
        "whether it takes {people}",
    ),
    Code.SEX_AGE_UNIT_NOT_STATED: unknown(
        "δεν έχει δηλώσει αν η ελεύθερη θέση είναι για γυναίκες ή για άνδρες",
        "has not stated whether the free place is for women or for men",
        "αν η θέση είναι για {people}",
        "whether the place is for {people}",
    ),
    Code.SEX_AGE_PERSON_NOT_KNOWN: unknown(
        "εξαρτάται από φύλο ή ηλικία που δεν γνωρίζουμε ({people})",
        "depends on a sex or age that is not known ({people})",
        "ποια είναι η ηλικία και το φύλο όλων",
        "everyone's age and sex",
        whom=Whom.PEOPLE,
    ),
    Code.TARGET_GROUP_FOR_THEM: met("απευθύνεται σε: {groups}", "is for: {groups}"),
    Code.TARGET_GROUP_OPEN: met("ανοικτή σε όλους", "open to everybody"),
    Code.TARGET_GROUP_SILENT: met("δεν έχει δηλώσει περιορισμό ομάδας", "has stated no limit to a group"),
    Code.TARGET_GROUP_OTHER: unmet("απευθύνεται μόνο σε: {groups}", "is only for: {groups}", *_EXCEPTION),
    Code.TARGET_GROUP_NOT_KNOWN: unknown(
        "απευθύνεται σε: {groups}· δεν γνωρίζουμε αν ισχύει",
        "is for: {groups}; not known whether they are",
        "αν ισχύει για κάποιο μέλος: {groups}",
        "whether this holds for anyone: {groups}",
        whom=Whom.PEOPLE,
    ),
    Code.TARGET_GROUP_NOT_STATED: unknown(
        "δεν έχει δηλώσει σε ποιους απευθύνεται",
        "has not stated whom it is for",
        "σε ποιους απευθύνεται",
        "whom it is for",
    ),
    Code.LEGAL_STATUS_NOT_CONCERNED: met("δεν τίθεται θέμα εγγράφων διαμονής", "residence papers are no question"),
    Code.LEGAL_STATUS_TAKEN: met("δέχεται και χωρίς έγγραφα διαμονής", "takes people without residence papers"),
    Code.LEGAL_STATUS_NOT_TAKEN: unmet(
        "δεν δέχεται χωρίς έγγραφα διαμονής",
        "does not take people without residence papers",
        "έγγραφο διαμονής ή εξαίρεση",
        "a residence paper, or an exception",
    ),
    Code.LEGAL_STATUS_NOT_STATED: unknown(
        "δεν έχει δηλώσει αν δέχεται χωρίς έγγραφα διαμονής",
        "has not stated whether it takes people without residence papers",
        "αν δέχεται χωρίς έγγραφα διαμονής",
        "whether it takes people without residence papers",
    ),
    Code.CIRCUMSTANCES_NONE: met("καμία ιδιαίτερη περίσταση", "nothing particular applies"),
    Code.CIRCUMSTANCES_TAKEN: met("δέχεται: {circumstances}", "takes: {circumstances}"),
    Code.CIRCUMSTANCES_SILENT: met(
        "δεν έχει δηλώσει περιορισμό για: {circumstances}", "has stated no limit for: {circumstances}"
    ),
    Code.CIRCUMSTANCES_REFUSED: unmet(
        "δεν δέχεται: {circumstances}",
        "does not take: {circumstances}",
        "άλλη λύση ή εξαίρεση για: {circumstances}",
        "another arrangement, or an exception, for: {circumstances}",
    ),
    Code.CIRCUMSTANCES_NOT_STATED: unknown(
        "δεν έχει δηλώσει αν δέχεται: {circumstances}",
        "has not stated whether it takes: {circumstances}",
        "αν δέχεται: {circumstances}",
        "whether it takes: {circumstances}",
    ),
    Code.LANGUAGES_NOT_ASKED: met("δεν έχει οριστεί γλώσσα", "no language was named"),
    Code.LANGUAGES_SHARED: met("κοινή γλώσσα: {languages}", "shared language: {languages}"),
    Code.LANGUAGES_GREEK: met("κοινή γλώσσα: ελληνικά", "shared language: Greek"),
    Code.LANGUAGES_NONE_SHARED: unmet(
        "καμία κοινή γλώσσα ({languages})",
        "no shared language ({languages})",
        "διερμηνεία, έστω τηλεφωνική",
        "interpretation, even by telephone",
    ),
    Code.LANGUAGES_NOT_STATED: unknown(
        "δεν έχει δηλώσει γλώσσες ({languages})",
        "has stated no languages ({languages})",
        "αν συνεννοείται σε: {languages}",
        "whether it can speak: {languages}",
    ),
}
