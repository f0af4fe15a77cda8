"""Errors of the edge: requests, sign-in, accounts, the stores."""

from hub.sentences.sentence import Sentence
from hub.web.i18n import msgid as _

SENTENCES: dict[str, Sentence] = {
    "invalid-request": Sentence(_("The request has mistakes"), _("Correct the fields named here and send it again.")),
    "malformed-request": Sentence(_("The request cannot be read"), _("Send a complete form or valid JSON.")),
    "not-signed-in": Sentence(_("Nobody is signed in"), _("Sign in, or send a valid access token, and try again.")),
    "not-permitted": Sentence(
        _("This account may not do that"), _("Ask your administrator if you need it for your work.")
    ),
    "form-expired": Sentence(
        _("This form is no longer valid"), _("Go back, load the page again and send the form once more.")
    ),
    "not-found": Sentence(_("Not there"), _("There is nothing at this address, or it is not for this account to see.")),
    "method-not-allowed": Sentence(
        _("That cannot be done here"), _("This address does not take this kind of request.")
    ),
    "too-large": Sentence(_("Too much was sent"), _("Send less at once.")),
    "too-many-tries": Sentence(_("Too many tries"), _("Try again in %(minutes)s minutes.")),
    "unavailable": Sentence(
        _("The hub cannot answer at this moment"), _("Nothing was changed. Try again in a few seconds.")
    ),
    "internal-error": Sentence(
        _("Something went wrong in the hub"),
        _("It was noted and will be looked at. Check what was recorded before you try again."),
    ),
    "idempotency-key-reused": Sentence(
        _("This idempotency key belongs to another request"), _("Use a new key for a new request.")
    ),
    "idempotency-key-malformed": Sentence(
        _("The idempotency key cannot be used"), _("Use 1 to 200 letters, digits and signs without spaces.")
    ),
    "cursor-malformed": Sentence(
        _("The mark of the page is wrong"), _("Use the value of “next” from the answer before, unchanged.")
    ),
    "language-unknown": Sentence(_("The hub does not speak that language"), _("Choose Greek or English.")),
    "key-taken": Sentence(_("That exists already"), _("Load the page again: somebody was faster.")),
    "username-taken": Sentence(_("This username is taken"), _("Choose another username.")),
    "unknown-organization": Sentence(
        _("There is no such organization"), _("Use the id of an organization in the register.")
    ),
    "password-too-short": Sentence(_("The password is too short"), _("Use %(characters)s characters or more.")),
    "password-too-long": Sentence(_("The password is too long"), _("Use %(characters)s characters or fewer.")),
    "username-malformed": Sentence(
        _("The username cannot be used"), _("Use 2 to 64 small Latin letters, digits, dots and dashes.")
    ),
    "unknown-role": Sentence(_("There is no such role"), _("Use one of: %(roles)s.")),
    "migration-changed": Sentence(
        _("A migration was changed after it was applied"), _("Restore the file %(name)s and add a new one.")
    ),
}
