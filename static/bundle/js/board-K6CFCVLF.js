/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{i as a}from"./board-M2QJ7EA4.js";import"./board-OJP4XE6P.js";import"./board-7ENYGGNN.js";import"./board-HC26R27S.js";export{a as NoteControls};
