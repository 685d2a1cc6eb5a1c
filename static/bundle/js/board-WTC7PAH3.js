/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{i as a}from"./board-ZUZTC7N2.js";import"./board-LW27YMIZ.js";import"./board-JH6SHVAS.js";import"./board-HLKG6KNZ.js";export{a as NoteControls};
