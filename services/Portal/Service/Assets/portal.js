import { initAll } from 'govuk-frontend'
import { SortableTable } from '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs'
import { listen } from './live.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
for (const table of document.querySelectorAll('[data-module="moj-sortable-table"]')) new SortableTable(table)
listen(document.getElementById('live'))
