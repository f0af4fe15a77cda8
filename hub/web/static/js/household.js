// Reads the household line while it is typed and shows each person as a chip.
export function enhanceHouseholds(root) {
  for (const box of root.querySelectorAll('[data-household]')) enhance(box)
}

function enhance(box) {
  const input = box.querySelector('[data-household-line]')
  const place = box.querySelector('[data-household-chips]')
  let timer = 0
  let asked = 0
  place.setAttribute('aria-live', 'polite')
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      const mine = ++asked
      const address = new URL(box.dataset.household, location.href)
      address.searchParams.set('line', input.value)
      const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null)
      if (answer?.ok && mine === asked) show(place, await answer.json())
    }, 250)
  })
}

function show(place, chips) {
  const list = Object.assign(document.createElement('ul'), { className: 'people' })
  for (const { label, wrong } of chips) {
    const one = Object.assign(document.createElement('li'), { className: 'people__one', textContent: label })
    if (wrong) {
      one.classList.add('people__one--wrong')
      one.append(' ', Object.assign(document.createElement('span'), { className: 'people__why', textContent: place.dataset.textWrong }))
    }
    list.append(one)
  }
  place.replaceChildren(...(chips.length ? [list] : []))
}
