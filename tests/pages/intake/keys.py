"""A keyboard that counts: what a person presses, without ever touching the mouse."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass
class Keys:
    page: Page
    count: int = 0

    def press(self, *keys: str) -> None:
        """Keys by their place (`KeyB` is β on a Greek layout); Ctrl+Enter counts as one, as it is pressed at once."""
        for key in keys:
            self.count += 1
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Each letter is a key, in whatever alphabet."""
        self.count += len(text)
        self.page.keyboard.type(text)

    @property
    def focused(self) -> str:
        """Name of the field that has the focus, or the text of what has."""
        return self.page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")
