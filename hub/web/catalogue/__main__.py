"""`python -m hub.web.catalogue [domain …]`: updates the catalogues and says what is still to be translated."""

import sys

from hub.web.catalogue.problems import problems
from hub.web.catalogue.update import update
from hub.web.i18n import Language


def main(arguments: list[str]) -> int:
    written = update(arguments)
    sys.stdout.write(f"written: {', '.join(written)}\n")
    said = [line for language in Language for line in problems(language)]
    shown = [line for line in said if not arguments or any(f"/{domain}:" in line for domain in arguments)]
    sys.stdout.writelines(f"{line}\n" for line in shown)
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
