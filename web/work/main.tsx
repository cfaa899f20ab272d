import '../shared/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/forms.css';
import './styles/tables.css';
import './styles/pages.css';
import './styles/people.css';
import './styles/approvals.css';
import './styles/charts.css';
import './styles/results.css';
import './styles/print.css';
import { render } from 'preact';
import { App } from './frame/App';

const root = document.getElementById('app');
if (root) render(<App />, root);
