// Says that something changed, and moves nothing that is being read.
export function listen (region) {
  if (!region || !window.EventSource) return
  const patience = 3000
  let after = region.dataset.after
  let lost = false
  let source
  let again
  connect()
  window.addEventListener('pagehide', () => { clearTimeout(again); source.close() })

  function connect () {
    source = new EventSource('/live' + (after ? '?after=' + after : ''))
    source.addEventListener('changes', event => {
      after = event.lastEventId || after
      const changes = Number(event.data)
      if (changes > 0) say(`${changes} new ${changes === 1 ? 'change' : 'changes'}: `, 'show')
      else if (lost) say('Connected again; nothing has changed.')
      lost = false
    })
    source.addEventListener('silent', () => cut('The record does not answer just now; this page stays as it is.'))
    source.onerror = () => {
      cut('The connection was lost; this page may be out of date. Trying again.')
      // A browser tries again by itself where nobody answers, but not where somebody answers in the place of the portal.
      if (source.readyState === EventSource.CLOSED) again = setTimeout(connect, patience)
    }
  }

  function cut (words) {
    if (!lost) say(words)
    lost = true
  }

  function say (words, link) {
    if (region.textContent === words + (link || '')) return
    region.textContent = words
    if (!link) return
    const show = document.createElement('a')
    show.href = window.location.href
    show.textContent = link
    show.addEventListener('click', event => { event.preventDefault(); window.location.reload() })
    region.append(show)
  }
}
