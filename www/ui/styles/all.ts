// Every style of the page; what a later one says counts. Among features no sheet depends on another's place.

import './base.css';
import './features';
import './last.css';
