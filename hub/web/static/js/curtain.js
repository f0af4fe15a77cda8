// Esc twice hides the page at once from whoever stands at the desk; Esc twice shows it again.
const TWICE_WITHIN = 600

export function startCurtain() {
  let last = -Infinity
  let title = ''
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    const now = event.timeStamp
    const twice = now - last < TWICE_WITHIN
    last = twice ? -Infinity : now
    if (twice) title = toggle(title)
  })
}

function toggle(title) {
  const curtain = document.querySelector('.curtain')
  for (const child of document.body.children) child.inert = !curtain
  if (curtain) {
    curtain.remove()
    document.title = title
    return ''
  }
  const cloth = Object.assign(document.createElement('p'), { className: 'curtain', textContent: document.body.dataset.textHidden })
  cloth.setAttribute('role', 'status')
  document.activeElement?.blur()
  document.body.append(cloth)
  const before = document.title
  document.title = '…'
  return before
}
