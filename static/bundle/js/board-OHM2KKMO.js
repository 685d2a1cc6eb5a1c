/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{i as a}from"./board-A5HBQ7VR.js";import"./board-KX5XDBJF.js";import"./board-E3OLUMF7.js";import"./board-RFPELJBS.js";export{a as NoteControls};
