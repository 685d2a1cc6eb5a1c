/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{e as o}from"./board-Q44CT7NV.js";import"./board-TZQ2WZFX.js";import"./board-NCPORSZI.js";import"./board-P7VW2F52.js";import"./board-H7CUEYXU.js";export{o as Page};
