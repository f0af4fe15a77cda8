// One polite live region for the whole page.
export function announce(text) {
  const region = document.getElementById('announcer')
  if (region) region.textContent = text
}

// How far this clock is from the server's, in milliseconds: old desks have wrong clocks.
const ahead = Date.parse(document.body.dataset.now) - Date.now()

export function serverNow() {
  return Date.now() + ahead
}
