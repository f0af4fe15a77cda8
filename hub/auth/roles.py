"""Role → permissions. The asking side never answers, the receiving side never reads a case.

A permission says *what*; *whose* is the scope, which every repository read takes.
"""

from graph.model.account import Role
from hub.auth.permissions import Permission

ASKING = frozenset(
    {
        Permission.OPEN_CASE,
        Permission.READ_CASE,
        Permission.RECORD_NEED,
        Permission.RANK,
        Permission.PLACE_HOLD,
        Permission.SEND_REFERRAL,
        Permission.WITHDRAW_REFERRAL,
        Permission.READ_REFERRAL,
        Permission.CANCEL_RESERVATION,
        Permission.REPORT_CAPACITY_BY_PHONE,
    }
)
RECEIVING = frozenset(
    {
        Permission.REPORT_CAPACITY,
        Permission.TAKE_OUT_OF_SERVICE,
        Permission.SETTLE_DISCREPANCY,
        Permission.READ_REFERRAL,
        Permission.ANSWER_REFERRAL,
        Permission.CANCEL_RESERVATION,
        Permission.RECORD_ARRIVAL,
        Permission.RECORD_DEPARTURE,
        Permission.SEE_HIDDEN_LOCATIONS,
    }
)
FOLLOWING = frozenset({Permission.USE_HUB, Permission.READ_CAPACITY, Permission.READ_EVENTS})
LOOKING = frozenset({Permission.USE_HUB, Permission.READ_CAPACITY})

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.INTAKE_COORDINATOR: FOLLOWING | ASKING | {Permission.SETTLE_DISCREPANCY},
    Role.PROVIDER_STAFF: FOLLOWING | RECEIVING | {Permission.UPLOAD_FILE},
    Role.PROVIDER_MANAGER: FOLLOWING | RECEIVING | {Permission.UPLOAD_FILE},
    Role.PARTNER: FOLLOWING | RECEIVING,
    Role.PLANNER: LOOKING,
    Role.REGISTRY_OFFICER: LOOKING | {Permission.CHANGE_CERTIFICATION},
    Role.AUTHORITY: LOOKING,
    Role.EVALUATOR: LOOKING,
    Role.TRAINER: LOOKING,
    Role.ADMINISTRATOR: FOLLOWING | {Permission.ADMINISTER, Permission.CHANGE_CERTIFICATION},
    Role.AUDITOR: FOLLOWING | {Permission.AUDIT},
}
