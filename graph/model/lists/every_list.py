"""All coded lists by name, for the page that shows them and for whoever must check a code by list name."""

from graph.model.lists.callers import CALLERS
from graph.model.lists.cancel_reasons import CANCEL_REASONS
from graph.model.lists.circumstances import CIRCUMSTANCES
from graph.model.lists.decline_reasons import DECLINE_REASONS
from graph.model.lists.departure_reasons import DEPARTURE_REASONS
from graph.model.lists.document_states import DOCUMENT_DEMANDS, DOCUMENT_STATES
from graph.model.lists.documents import DOCUMENTS
from graph.model.lists.entry import CodedList, Entry
from graph.model.lists.extension_reasons import EXTENSION_REASONS
from graph.model.lists.helplines import HELPLINES
from graph.model.lists.languages import LANGUAGES
from graph.model.lists.moved_on_to import MOVED_ON_TO
from graph.model.lists.need_kinds import NEED_KINDS
from graph.model.lists.non_arrival_reasons import NON_ARRIVAL_REASONS
from graph.model.lists.out_of_service_reasons import OUT_OF_SERVICE_REASONS
from graph.model.lists.outcomes import OUTCOMES
from graph.model.lists.override_reasons import OVERRIDE_REASONS
from graph.model.lists.release_reasons import RELEASE_REASONS
from graph.model.lists.runners import RUNNERS
from graph.model.lists.safe_contact import SAFE_CONTACT
from graph.model.lists.service_kinds import SERVICE_KINDS
from graph.model.lists.sharing_bases import SHARING_BASES
from graph.model.lists.states import (
    FIGURE_STATES,
    HOLD_STATES,
    PLACE_STATES,
    PLACEMENT_STATES,
    REFERRAL_STATES,
    RESERVATION_STATES,
)
from graph.model.lists.target_groups import TARGET_GROUPS
from graph.model.lists.unit_kinds import UNIT_KINDS
from graph.model.lists.unmet_reasons import UNMET_REASONS
from graph.model.lists.urgencies import URGENCIES
from graph.model.lists.whereabouts import WHEREABOUTS
from graph.model.lists.withdraw_reasons import WITHDRAW_REASONS

_LISTS: tuple[CodedList[Entry], ...] = (
    SERVICE_KINDS,
    TARGET_GROUPS,
    UNIT_KINDS,
    RUNNERS,
    NEED_KINDS,
    URGENCIES,
    CALLERS,
    WHEREABOUTS,
    CIRCUMSTANCES,
    LANGUAGES,
    SAFE_CONTACT,
    SHARING_BASES,
    DOCUMENTS,
    DOCUMENT_DEMANDS,
    DOCUMENT_STATES,
    DECLINE_REASONS,
    RELEASE_REASONS,
    WITHDRAW_REASONS,
    CANCEL_REASONS,
    NON_ARRIVAL_REASONS,
    DEPARTURE_REASONS,
    MOVED_ON_TO,
    EXTENSION_REASONS,
    OUT_OF_SERVICE_REASONS,
    OUTCOMES,
    UNMET_REASONS,
    OVERRIDE_REASONS,
    HELPLINES,
    PLACE_STATES,
    HOLD_STATES,
    REFERRAL_STATES,
    RESERVATION_STATES,
    PLACEMENT_STATES,
    FIGURE_STATES,
)

EVERY_LIST = {each.name: each for each in _LISTS}
