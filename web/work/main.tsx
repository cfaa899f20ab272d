import '../shared/tokens.css';
import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<p>See360</p>, root);
