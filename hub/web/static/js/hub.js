// Starts the small scripts. Every page works without them.
import { initAll } from '../govuk/govuk-frontend.min.js'
import { startCountdowns } from './countdown.js'
import { enhanceHouseholds } from './household.js'
import { startKeys } from './keys.js'
import { startCurtain } from './curtain.js'
import { startLive } from './live.js'
import { enhanceSteppers } from './stepper.js'
import { enhanceSuggests } from './suggest.js'
import { enhanceUndos } from './undo.js'

function enhance(root) {
  for (const one of [enhanceSteppers, enhanceSuggests, enhanceHouseholds, enhanceUndos]) one(root)
}

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
enhance(document)
startCountdowns()
startKeys()
startCurtain()
startLive((replaced) => {
  initAll({ scope: replaced })
  enhance(replaced)
})
