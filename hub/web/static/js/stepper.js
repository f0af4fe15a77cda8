// The − and + around a number. A form with data-autosave is sent after two seconds of rest.
const REST = 2000

export function enhanceSteppers(root) {
  for (const stepper of root.querySelectorAll('[data-stepper]')) enhance(stepper)
}

function enhance(stepper) {
  const input = stepper.querySelector('input')
  const buttons = [...stepper.querySelectorAll('[data-step]')]
  let timer = 0
  for (const button of buttons) {
    button.hidden = false
    button.addEventListener('click', () => {
      if (button.dataset.step < 0) input.stepDown()
      else input.stepUp()
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
  }
  const bounds = () => {
    for (const button of buttons) {
      const end = button.dataset.step < 0 ? input.min : input.max
      button.disabled = end !== '' && input.value === end
    }
  }
  input.addEventListener('input', () => {
    bounds()
    clearTimeout(timer)
    if (input.form?.matches('[data-autosave]')) timer = setTimeout(() => input.form.requestSubmit(), REST)
  })
  input.form?.addEventListener('submit', () => clearTimeout(timer))
  bounds()
}
